"""English inflection by rule: every printed form of a lemma, so that a lexicon can be looked up by form.

verb_forms("carry") -> ("carry", "carries", "carried", "carrying")
noun_forms("massacre") -> ("massacre", "massacres")
"""

from __future__ import annotations

IRREGULAR = {
    "be": ("am", "is", "are", "was", "were", "been", "being"), "have": ("has", "had", "having"), "do": ("does", "did", "done", "doing"),
    "go": ("goes", "went", "gone", "going"), "take": ("takes", "took", "taken", "taking"), "make": ("makes", "made", "making"),
    "shoot": ("shoots", "shot", "shooting"), "strike": ("strikes", "struck", "stricken", "striking"), "hit": ("hits", "hitting"),
    "fight": ("fights", "fought", "fighting"), "slay": ("slays", "slew", "slain", "slaying"), "blow": ("blows", "blew", "blown", "blowing"),
    "set": ("sets", "setting"), "burn": ("burns", "burned", "burnt", "burning"), "lose": ("loses", "lost", "losing"),
    "die": ("dies", "died", "dying"), "lie": ("lies", "lay", "lain", "lying"), "hang": ("hangs", "hanged", "hung", "hanging"),
    "hurt": ("hurts", "hurting"), "drive": ("drives", "drove", "driven", "driving"), "tear": ("tears", "tore", "torn", "tearing"),
    "rip": ("rips", "ripped", "ripping"), "beat": ("beats", "beaten", "beating"), "break": ("breaks", "broke", "broken", "breaking"),
    "lead": ("leads", "led", "leading"), "leave": ("leaves", "left", "leaving"), "overrun": ("overruns", "overran", "overrunning"),
    "begin": ("begins", "began", "begun", "beginning"), "rise": ("rises", "rose", "risen", "rising"), "fall": ("falls", "fell", "fallen", "falling"),
    "grow": ("grows", "grew", "grown", "growing"), "hold": ("holds", "held", "holding"), "keep": ("keeps", "kept", "keeping"),
    "send": ("sends", "sent", "sending"), "bring": ("brings", "brought", "bringing"), "come": ("comes", "came", "coming"),
    "cut": ("cuts", "cutting"), "put": ("puts", "putting"), "split": ("splits", "splitting"), "swear": ("swears", "swore", "sworn", "swearing"),
    "forge": ("forges", "forged", "forging"), "give": ("gives", "gave", "given", "giving"), "find": ("finds", "found", "finding"),
    "throw": ("throws", "threw", "thrown", "throwing"), "cast": ("casts", "casting"), "see": ("sees", "saw", "seen", "seeing"),
    "draw": ("draws", "drew", "drawn", "drawing"), "win": ("wins", "won", "winning"), "stand": ("stands", "stood", "standing"),
    "feed": ("feeds", "fed", "feeding"), "bind": ("binds", "bound", "binding"), "sell": ("sells", "sold", "selling"),
    "become": ("becomes", "became", "becoming"), "say": ("says", "said", "saying"), "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"), "get": ("gets", "got", "gotten", "getting"), "meet": ("meets", "met", "meeting"),
    "spring": ("springs", "sprang", "sprung", "springing"), "build": ("builds", "built", "building"), "shake": ("shakes", "shook", "shaken", "shaking"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"), "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "retake": ("retakes", "retook", "retaken", "retaking"), "overthrow": ("overthrows", "overthrew", "overthrown", "overthrowing"),
    "understand": ("understands", "understood", "understanding"), "write": ("writes", "wrote", "written", "writing"),
    "shrink": ("shrinks", "shrank", "shrunk", "shrinking"), "swell": ("swells", "swelled", "swollen", "swelling"), "pay": ("pays", "paid", "paying"),
    "flee": ("flees", "fled", "fleeing"), "seek": ("seeks", "sought", "seeking"), "forswear": ("forswears", "forswore", "forsworn", "forswearing"),
    "steal": ("steals", "stole", "stolen", "stealing"), "mow": ("mows", "mowed", "mown", "mowing"), "fend": ("fends", "fended", "fending"),
    "smite": ("smites", "smote", "smitten", "smiting"), "bomb": ("bombs", "bombed", "bombing"), "mob": ("mobs", "mobbed", "mobbing"),
    "plot": ("plots", "plotted", "plotting"), "plan": ("plans", "planned", "planning"), "rob": ("robs", "robbed", "robbing"),
    "ram": ("rams", "rammed", "ramming"), "gun": ("guns", "gunned", "gunning"), "stab": ("stabs", "stabbed", "stabbing"),
    "raid": ("raids", "raided", "raiding"), "step": ("steps", "stepped", "stepping"), "drop": ("drops", "dropped", "dropping"),
    "abet": ("abets", "abetted", "abetting"), "admit": ("admits", "admitted", "admitting"), "commit": ("commits", "committed", "committing"),
    "slam": ("slams", "slammed", "slamming"), "lob": ("lobs", "lobbed", "lobbing"), "stop": ("stops", "stopped", "stopping"), "sever": ("severs", "severed", "severing"),
    "snap": ("snaps", "snapped", "snapping"), "trap": ("traps", "trapped", "trapping"), "booby-trap": ("booby-traps", "booby-trapped", "booby-trapping"),
    "refer": ("refers", "referred", "referring"), "prefer": ("prefers", "preferred", "preferring"), "quit": ("quits", "quitting"), "shed": ("sheds", "shedding"),
    "band": ("bands", "banded", "banding"), "spin": ("spins", "spun", "spinning"), "hide": ("hides", "hid", "hidden", "hiding"), "let": ("lets", "letting"),
    "part": ("parts", "parted", "parting"), "side": ("sides", "sided", "siding"), "tie": ("ties", "tied", "tying"), "vie": ("vies", "vied", "vying"),
    "slit": ("slits", "slitting"), "abut": ("abuts", "abutted", "abutting"), "wed": ("weds", "wedded", "wedding"), "equip": ("equips", "equipped", "equipping"),
    "outfit": ("outfits", "outfitted", "outfitting"), "rebel": ("rebels", "rebelled", "rebelling"), "expel": ("expels", "expelled", "expelling"),
    "repel": ("repels", "repelled", "repelling"), "compel": ("compels", "compelled", "compelling"), "quell": ("quells", "quelled", "quelling"),
    "arm": ("arms", "armed", "arming"), "allot": ("allots", "allotted", "allotting"), "control": ("controls", "controlled", "controlling"),
    "defer": ("defers", "deferred", "deferring"), "permit": ("permits", "permitted", "permitting"), "submit": ("submits", "submitted", "submitting"),
    "kidnap": ("kidnaps", "kidnapped", "kidnaped", "kidnapping"), "cap": ("caps", "capped", "capping"), "trim": ("trims", "trimmed", "trimming"),
    "wrest": ("wrests", "wrested", "wresting"), "pin": ("pins", "pinned", "pinning"), "level": ("levels", "levelled", "leveled", "levelling", "leveling"),
    "shell": ("shells", "shelled", "shelling"), "pummel": ("pummels", "pummelled", "pummeled", "pummelling", "pummeling"),
    "enrol": ("enrols", "enrolled", "enrolling"), "cancel": ("cancels", "cancelled", "canceled", "cancelling"), "spy": ("spies", "spied", "spying"),
    "ally": ("allies", "allied", "allying"), "defy": ("defies", "defied", "defying"), "bid": ("bids", "bidding"), "man": ("mans", "manned", "manning"),
    "regroup": ("regroups", "regrouped", "regrouping"), "merge": ("merges", "merged", "merging"),
    "initial": ("initials", "initialled", "initialed", "initialling", "initialing"), "prop": ("props", "propped", "propping"), "pit": ("pits", "pitted", "pitting"), "shun": ("shuns", "shunned", "shunning"),
    "swap": ("swaps", "swapped", "swapping"), "slip": ("slips", "slipped", "slipping"), "bet": ("bets", "betting"),
    "ship": ("ships", "shipped", "shipping"), "snub": ("snubs", "snubbed", "snubbing"), "spur": ("spurs", "spurred", "spurring"),
    "drag": ("drags", "dragged", "dragging"), "don": ("dons", "donned", "donning"), "opt": ("opts", "opted", "opting"),
    "sink": ("sinks", "sank", "sunk", "sinking"), "bleed": ("bleeds", "bled", "bleeding"), "lend": ("lends", "lent", "lending"),
    "spend": ("spends", "spent", "spending"), "deal": ("deals", "dealt", "dealing"), "ride": ("rides", "rode", "ridden", "riding"),
    "wear": ("wears", "wore", "worn", "wearing"), "bear": ("bears", "bore", "borne", "bearing"), "bend": ("bends", "bent", "bending"),
    "kneel": ("kneels", "knelt", "kneeled", "kneeling"), "swing": ("swings", "swung", "swinging"),
    "forsake": ("forsakes", "forsook", "forsaken", "forsaking"), "run": ("runs", "ran", "running"), "sit": ("sits", "sat", "sitting"),
    "catch": ("catches", "caught", "catching"), "teach": ("teaches", "taught", "teaching"), "buy": ("buys", "bought", "buying"),
    "fly": ("flies", "flew", "flown", "flying"), "lay": ("lays", "laid", "laying"),
    "cleave": ("cleaves", "cleaved", "clove", "cleft", "cloven", "cleaving"), "stride": ("strides", "strode", "striding"),
    "undergo": ("undergoes", "underwent", "undergone", "undergoing"), "lean": ("leans", "leaned", "leant", "leaning"),
    "learn": ("learns", "learned", "learnt", "learning"), "drum": ("drums", "drummed", "drumming"), "hem": ("hems", "hemmed", "hemming"),
    "funnel": ("funnels", "funnelled", "funneled", "funnelling", "funneling"),
    "channel": ("channels", "channelled", "channeled", "channelling", "channeling"), "graft": ("grafts", "grafted", "grafting"),
    "sweep": ("sweeps", "swept", "sweeping"), "fling": ("flings", "flung", "flinging"), "creep": ("creeps", "crept", "creeping"),
    "burst": ("bursts", "bursting"), "spread": ("spreads", "spreading"), "thrust": ("thrusts", "thrusting"), "club": ("clubs", "clubbed", "clubbing"),
    "flog": ("flogs", "flogged", "flogging"), "gas": ("gasses", "gassed", "gassing"), "gut": ("guts", "gutted", "gutting"), "log": ("logs", "logged", "logging"),
    "mop": ("mops", "mopped", "mopping"), "rub": ("rubs", "rubbed", "rubbing"), "scar": ("scars", "scarred", "scarring"), "slug": ("slugs", "slugged", "slugging"),
    "strip": ("strips", "stripped", "stripping"), "occur": ("occurs", "occurred", "occurring"),
}  # fmt: skip
PLURALS = {
    "man": "men", "child": "children", "mujahid": "mujahideen", "gunman": "gunmen", "policeman": "policemen", "serviceman": "servicemen",
    "militiaman": "militiamen", "infantryman": "infantrymen", "clansman": "clansmen", "tribesman": "tribesmen", "airman": "airmen", "guardsman": "guardsmen",
    "personnel": "personnel", "troops": "troops", "police": "police", "infantry": "infantry", "coup": "coups", "rank": "ranks", "person": "people",
    "wife": "wives", "life": "lives", "hostilities": "hostilities", "man-at-arms": "men-at-arms", "crisis": "crises", "atrocity": "atrocities",
}  # fmt: skip
VOWELS = "aeiou"


def verb_forms(lemma: str) -> tuple[str, ...]:
    """All forms of a verb, lemma first; of "carry out" the forms of its first word, each with the rest."""
    first, _, rest = lemma.partition(" ")
    forms = (first, *_verb(first))
    return tuple(f"{form} {rest}" for form in forms) if rest else forms


def _verb(v: str) -> tuple[str, ...]:
    if v in IRREGULAR:
        return IRREGULAR[v]
    if v.endswith("ee"):
        return (v + "s", v + "d", v + "ing")
    if v.endswith("e"):
        return (v + "s", v + "d", v[:-1] + "ing")
    if v.endswith("y") and v[-2:-1] not in VOWELS:
        return (v[:-1] + "ies", v[:-1] + "ied", v + "ing")
    if v.endswith(("s", "x", "z", "ch", "sh", "o")):
        return (v + "es", v + "ed", v + "ing")
    if v[-1:] == "l" and v[-2:-1] in VOWELS and v[-3:-2] not in VOWELS:  # "quarrelled" and "quarreled"
        return (v + "s", v + "led", v + "ed", v + "ling", v + "ing")
    return (v + "s", v + "ed", v + "ing")


def noun_forms(lemma: str) -> tuple[str, ...]:
    """Singular and plural of a noun; of "car bomb" the last word's."""
    head, _, last = lemma.rpartition(" ")
    plural = PLURALS.get(last)
    if plural is None:
        if last.endswith("y") and last[-2:-1] not in VOWELS:
            plural = last[:-1] + "ies"
        elif last.endswith(("s", "x", "z", "ch", "sh")):
            plural = last + "es"
        elif last.endswith("man"):
            plural = last[:-3] + "men"
        else:
            plural = last + "s"
    lead = head + " " if head else ""
    return tuple(dict.fromkeys((lead + last, lead + plural)))
