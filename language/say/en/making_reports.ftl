# Reports to the city and the housing corporations: making, explaining and closing.

command-name-rapport = report
command-rapport = Make a report for the city
report-not-allowed = Only the coordinator can make a report.
report-what = What do you want to make?
report-progress = Progress
report-interim = Interim report
report-final = Final report
report-extract = For a corporation
report-workbook = Workbook
report-explain = Explanations
report-close = Close a period
report-which-room = For which room?
report-all-rooms = All rooms together
report-which-period = Up to and including which day?
report-until = until { $day }
report-until-today = Today
report-month = { $month } { $year }
report-for-whom = For which corporation?
report-no-agreement = There is no agreement for that year. Without one I cannot make a report.
report-no-corporations = No corporations are known. They are in the agreement or under /settings.
report-no-such-number = I do not know report { $number }.
report-unexplained = { $count ->
    [one] One target is behind and has no explanation yet.
   *[other] { $count } targets are behind and have no explanation yet.
} Do you want to give that now?
button-explain-now = Yes, now
button-explain-not = No, without
report-made = <b>{ $title }</b>, report { $numbers }.
report-provisional = These figures are provisional: the period is still open.
button-pdf = As PDF
button-docx = As Word
button-xlsx = As Excel
button-close-period = Close period
report-title-month = Progress until { $until }
report-title-interim = Interim report until { $until }
report-title-final = Final report until { $until }
report-no-group = without a group
report-hours = Hours of volunteers
report-survey = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
report-survey-response = { report-survey }, response { $response }%
report-announced = Announced: as of { $day } ({ $source })
report-unit-hours = hours
report-thing-hours = hours
report-thing-volunteer = volunteer
report-thing-group = group
report-thing-klus = job
report-thing-attendance = turnout
report-thing-key = key
report-thing-membership = member of the association
report-thing-result = entered result

explain-nothing = There is nothing to explain. No target is behind.
explain-which = { $count ->
    [0] Nothing has to be explained, but you may. Which target do you choose?
    [one] One target still needs an explanation. Which target do you choose?
   *[other] { $count } targets still need an explanation. Which target do you choose?
}
explain-figure = <b>{ $name }</b>
    Target: { $target }. Result: { $result }.
explain-earlier = Before you wrote: “{ $words }”
explain-why = Why is that? Do not name people.
explain-kept = Saved.
explain-changed = The explanation is changed.
explain-too-long = That is too long. Use at most { $most } characters.
button-skip = Skip
button-explained = Done
button-same-explanation = Same as before

close-which = Which period do you want to close?
close-none = There is no period to close.
close-sure = Close <b>{ $period }</b> of { $room }? The figures of now will stand then. Later corrections come in the next report.
button-close-yes = Yes, close it
button-close-no = No
close-already = { $period } was closed already.
closed = { $period } is closed. The figures are kept as report { $number }.
closed-unexplained = Some targets have no explanation yet. Choose Explanations at /report.

restated-figure = comes out otherwise now
restated-added = logged later
restated-removed = taken away
restated-changed = changed
restated-nothing = not counted
restated-counted = counted
restated-heads = { $count ->
    [one] 1 person
   *[other] { $count } people
}
restated-kind-hours = hours
restated-kind-attendance = turnout
restated-kind-klus = job { $number }
restated-kind-result = entered result
restated-kind-key = key
restated-kind-association = member of the association

data-explanations = Explanations that you wrote
data-explanations-why = So the city and the corporations read why a figure is so.
