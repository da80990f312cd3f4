"""The parts of `mentions.timex`.

words (tokens), parts (what rules yield, the clock), years, grammar (days, months), spans (seasons,
decades), shares ("late 2014", "the first half of 2014"), relative ("last August"), ranges
("2014-2018"), openings ("since", "from … to"), company (words around that speak against a date); and
the everyday calendar of `parse date`: days, weeks, holidays, everyday.
"""
