language-name = Nederlands

duration-hours = { $hours } uur
duration-minutes = { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}
duration-both = { duration-hours } en { duration-minutes }
duration-short-hours = { $decimals ->
    [none] { $whole } uur
   *[other] { $whole },{ $decimals } uur
}
duration-short-minutes = { $minutes } min
duration-short-both = { $hours }u{ $minutes }

date = { $weekday } { $day } { $month }
date-with-year = { $weekday } { $day } { $month } { $year }
date-plain = { $day } { $month } { $year }
list = { $first } en { $last }
list-or = { $first } of { $last }

weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-short-1 = jan
month-short-2 = feb
month-short-3 = mrt
month-short-4 = apr
month-short-5 = mei
month-short-6 = jun
month-short-7 = jul
month-short-8 = aug
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec

entry = <b>{ $amount }</b> { $group }, { $day }
entry-without-group = <b>{ $amount }</b>, { $day }
person-without-name = persoon { $number }

role-volunteer = vrijwilliger
role-leader = groepstrekker
role-coordinator = coördinator

status-booked = telt mee
status-waiting = wacht op de coördinator
status-disputed = klopt niet volgens jou
status-withdrawn = weggehaald
status-older = oude versie
