language-name = English

duration-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
duration-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
duration-both = { duration-hours } and { duration-minutes }
duration-short-hours = { $decimals ->
    [none] { $whole } h
   *[other] { $whole }.{ $decimals } h
}
duration-short-minutes = { $minutes } min
duration-short-both = { $hours }h{ $minutes }

date = { $weekday } { $day } { $month }
date-with-year = { $weekday } { $day } { $month } { $year }
date-plain = { $day } { $month } { $year }
list = { $first } and { $last }
list-or = { $first } or { $last }

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

entry = <b>{ $amount }</b> { $group }, { $day }
entry-without-group = <b>{ $amount }</b>, { $day }
person-without-name = person { $number }

role-volunteer = volunteer
role-leader = group leader
role-coordinator = coordinator

status-booked = counts
status-waiting = waits for the coordinator
status-disputed = you say it is wrong
status-withdrawn = removed
status-older = older version
