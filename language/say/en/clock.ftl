weekly-total-room = <b>{ $room }</b>
weekly-total = This week: <b>{ $amount }</b>.
weekly-total-late = Last week: <b>{ $amount }</b>.
weekly-total-none = There are no hours of yours this week. That is fine.
weekly-total-none-late = There were no hours of yours last week. That is fine.
weekly-total-waiting = The coordinator still looks at { $amount }.
weekly-total-changed = The week before was changed: now { $amount }.
weekly-total-year = This year: { $amount }.
weekly-total-step = About { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
} every two weeks is enough for your goal.
weekly-total-enough = You have enough hours for your part of this year. Well done!
weekly-total-reached = You have reached your hours for this year. Well done!

weekly-total-klussen = { $count ->
    [one] You did 1 job.
   *[other] You did { $count } jobs.
}
weekly-group = { $group }: { $told }.
weekly-groups = Your group, this week:
weekly-groups-late = Your group, last week:
weekly-group-hours = { $amount } together
weekly-group-turnout = { $times ->
    [one] 1 activity with { $heads } participants
   *[other] { $times } activities with { $heads } participants
}
weekly-group-new = { $turnout } ({ $exact ->
    [yes] { $count } new
   *[no] at least { $count } new
})
weekly-group-done = { $count ->
    [one] 1 job done
   *[other] { $count } jobs done
}
weekly-group-open = { $count ->
    [one] 1 job open
   *[other] { $count } jobs open
}
weekly-group-silent = silent for { $weeks } weeks

reminder =
    Hello { $name }! I have not heard from you for a while.
    Did you do anything? I am happy to note it.
reminder-from-coordinator =
    Hello { $name }! { $coordinator } of { $room } asks how you are.
    Did you do anything? I am happy to note it.
button-nothing-to-tell = Nothing to tell
button-pause = Take a break

digest-title = <b>{ $room }: week { $week }</b>
digest-hours = Together you did <b>{ $amount }</b>.
digest-no-hours = No hours were logged.
digest-year = This year so far: { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}.
digest-needed = Needed for the year's target: { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
} a week.
digest-target-reached = The year's target of { $hours } hours is reached!
digest-example = This target is an example.
digest-no-agreement = There is no agreement for { $year } yet. So no target is shown here.
digest-on-pace = On pace for { $target } hours: { $count ->
    [0] nobody yet
    [one] 1 volunteer
   *[other] { $count } volunteers
}.
digest-reached = Already did { $target } hours: { $count ->
    [one] 1 volunteer
   *[other] { $count } volunteers
}.
digest-call = Perhaps give a call: { $names }.
digest-others = { $count } others
digest-groups-active = Active groups: { $groups }.
digest-groups-silent = Silent for { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}: { $groups }.
digest-klussen-done = Jobs done: { $count }.
digest-klussen-open = Open for { $days } days or longer:
digest-klus = • job { $number }: { $what }
digest-klussen-more = • and { $count } more jobs
digest-new-participants = New at an activity: { $count }.
digest-requests = Would like to join: { $count ->
    [one] 1 person
   *[other] { $count } people
}.
digest-questions = Waiting for an answer: { $count ->
    [one] 1 question
   *[other] { $count } questions
}.
digest-waiting = Hours that wait for you: { $count ->
    [one] 1 time
   *[other] { $count } times
}.
digest-without-group = without a group
digest-chart-title = { $room }: week { $week }
digest-chart-alt = Hours of { $room } by week. Week { $week }: { $amount }.
digest-chart-weeks = Hours a week
digest-chart-needed = needed: { $hours } hours a week
digest-chart-groups = By group
digest-chart-other-groups = other groups
digest-drift = Going less well than a week before: { $figures }.
digest-all-waiting = All that waits for you: { $count }.
button-remind = Send reminder
button-details = Details
button-who = Who?
button-digest-board = Overview

reminded = { $count ->
    [0] Everybody got a message already. A call may help.
    [one] I am sending 1 person a message.
   *[other] I am sending { $count } people a message.
}
details-groups = By group:
details-people = By person:
details-line = • { $name }: { $amount }
who-reached = Already did { $target } hours: { $names }.
who-on-pace = On pace for { $target } hours: { $names }.
who-behind = Not on pace yet: { $names }.
who-too-early = Too early, not here for { $days } days yet: { $names }.
who-nobody = There are no volunteers yet.

unreachable =
    { $count ->
        [one] { $names } does not get my messages any more.
       *[other] These people do not get my messages any more: { $names }.
    }
    Perhaps you can call.

month-of-group = <b>{ $group } in { $month }</b>
month-did = { $told }.
month-came = People who came: { $people }.
month-new = New: { $people }.

countdown = { $days ->
    [0] Today
    [one] 1 day left
   *[other] { $days } days left
}: <b>{ $report }</b> of { $room }.
countdown-due = You can hand it in up to and including { $day }.
countdown-unknown = No figure yet: { $figures }.
countdown-behind = Far behind: { $figures }.
countdown-more = { $count } more
countdown-unexplained = { $count ->
    [one] One target has no explanation yet.
   *[other] { $count } targets have no explanation yet.
}
countdown-open = The period is not closed yet.
countdown-nothing = All is there. You can make the report.
meeting = The meeting about { $room } is on { $day }.
meeting-good = Good: { $count } of { $all } targets.
button-due-explain = Explanations
button-due-close = Close
button-due-report = Make the report
button-due-board = Overview
button-due-sheet = Progress
