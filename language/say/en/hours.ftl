logged = { $count ->
    [one] Noted: { $entries }.
   *[other]
        Noted:
        { $entries }
}
logged-for = { $count ->
    [one] Noted for { $name }: { $entries }.
   *[other]
        Noted for { $name }:
        { $entries }
}
logged-waits = { $count ->
    [one] Noted: { $entries }. The coordinator will check it.
   *[other]
        Noted:
        { $entries }
        The coordinator will check it.
}
logged-waits-for = { $count ->
    [one] Noted for { $name }: { $entries }. The coordinator will check it.
   *[other]
        Noted for { $name }:
        { $entries }
        The coordinator will check it.
}
only-your-hours = I noted your own hours only.
milestone = Lovely! You have helped <b>{ $hours } hours</b> this year.
milestone-last = Wonderful! You have helped <b>{ $hours } hours</b> this year. Thank you!
left-as-it-was = All right, I leave it as it is.
nothing-logged = All right, I note nothing.
others-log-themselves = Then I note nothing. Everybody logs their own hours.

ask-minutes = How many hours was it?
ask-which_amount = How much was it?
ask-vague = About how many hours was it?
ask-too_long = That is more than 16 hours in a day. How many hours was it?
ask-not_positive = I cannot count that. How many hours was it?
ask-start = How long was it? For example: <i>2 hours</i>, or <i>from 10 to 12</i>.
ask-end = How long was it? For example: <i>2 hours</i>, or <i>from 10 to 12</i>.
ask-which_day = Which day was it?
ask-impossible_date = That day is not right. Which day was it?
ask-future = That time has yet to come. Which day was it?
ask-long_ago = That day is long ago. Which day do you mean?
ask-each_or_total = Is that each, or all together?
ask-who = Whose hours are these?
ask-other = I am not sure. How many hours was it?
ask-group = Which group was it for?
ask-group-or-same = Which group was it for? Or the same as last time: { $last }?
ask-room = Which work room was it for?
day-full = That day would have { $amount }. More than 16 hours cannot be. How many hours was it?
day-full-change = That cannot be. The day would have { $amount }, and 16 hours is the most.
day-full-edit = That cannot be. A day holds 16 hours at most.
sure-day_total = Is { $total } on { $weekday } right?
sure-overlap = You already have hours at that time on { $weekday }. Does this come on top?
sure-long_ago = That is long ago. Is { $day } right?

which-group = Which group was that for?
which-group-unknown = I do not know <i>{ $word }</i> yet. Which group is it part of?
no-group-is-fine = All right, without a group.

changed = { $count ->
    [one] Changed: { $entries }.
   *[other]
        Changed:
        { $entries }
}
changed-waits = { $count ->
    [one] Changed: { $entries }. The coordinator will check it.
   *[other]
        Changed:
        { $entries }
        The coordinator will check it.
}
already-so = It says so already: { $entry }.
withdrawn = Removed: { $entry }.
which-entry = Which hours do you mean?
which-entry-delete = Which hours should go?
what-wrong = { $entry }. What is wrong?
ask-new-minutes = How many hours was it?
ask-new-date = Which day was it?
ask-new-group = Which group was it for?
nothing-to-correct = I see no hours to change.
edit-unclear = { $count ->
    [one] You changed your message. This is what stands: { $entries }. What is wrong?
   *[other]
        You changed your message. This is what stands:
        { $entries }
        What is wrong?
}
told-logged = { $name } noted for you: { $entry }.
told-imported = { $count ->
    [one] { $name } entered hours for you: { $amount }.
   *[other] { $name } entered hours for you { $count } times, together { $amount }.
}
import-row = { $file }, row { $row }
import-row-of-sheet = { $file }, sheet { $sheet }, row { $row }
told-changed = { $name } changed your hours: { $entry }.
told-withdrawn = { $name } removed your hours: { $entry }.
objected = Thank you. This does not count now: { $entry }. The coordinator will look at it.
objection = { $name } says this is wrong: { $entry }. What do you want to do?
approve-day = { $name }: { $entry }. That is more than { $day } hours in a day. Is it right?
approve-week = { $name }: { $entry }. That is more than { $week } hours in a week. Is it right?
approve-late = { $name }: { $entry }. That is more than { $days } days ago. Is it right?
decided-approved = Approved. { $name }: { $entry }.
decided-refused = Removed. { $name }: { $entry }.
told-removed = It was removed: { $entry }.
told-right = The coordinator says that this is right: { $entry }. It counts again.
told-approved = Your hours were approved: { $entry }.
told-refused = Your hours do not count: { $entry }. Ask the coordinator why.
not-yours = This button is not for you. Nothing has changed.
button-done = That was done already. Nothing has changed.
button-old = This question has passed. Just write what you want.
not-an-answer = I cannot read that as an answer. Type <i>never mind</i> to stop.

button-wrong = Not right
button-restore = Put back
button-approve = Approve
button-refuse = Reject
button-delete = Remove
button-change = Change
button-minutes = Hours
button-date = Day
button-group = Group
button-nothing = It is fine
button-none = None of these
button-more = More…
button-yes = Yes
button-no = No
button-again = Once more
button-same-one = The same
button-same-again = Same as last time
button-no-group = Without a group
button-today = Today
button-yesterday = Yesterday
button-for-me = For me
button-for-other = For somebody else
button-something-else = Something else
button-each = { $amount } each
button-entry = { $day } { $month }: { $amount } { $group }
button-entry-without-group = { $day } { $month }: { $amount }
button-log = Log hours
button-help = Help
button-my-hours = My hours

my-hours-room = <b>{ $room }</b>
my-hours =
    Your hours
    This week: { $week }
    This month: { $month }
    This year: <b>{ $year }</b>
pace-reached = You reached the { $target } hours of this year. Wonderful!
pace-too-early = The goal is { $target } hours in a year. After { $days } days you see your pace.
pace-on = You are well on pace for { $target } hours in a year.
pace-behind = The goal is { $target } hours in a whole year. Every hour helps.
pace-behind-steps =
    The goal is { $target } hours in a whole year.
    About { $hours } hours every two weeks keeps you on pace.
last-entries = This is what you logged last:
last-entries-wrong = Is something wrong? Press those hours.
picture-year-title = Your year { $year }
picture-year-alt = Your hours in { $year }: { $total }. The goal is { $target } hours.
picture-months-title = Hours per month
picture-hours = { $hours }
picture-note-left = { $amount } to go

not-for-them = You cannot log hours for this person there.
new-or-instead = Is this new? Or does it replace { $entry }?
button-new = New
button-instead = Instead of it
let-go = I did not note the one before.
sure-same = { $entry } is there already. Once more, or was this the same?

my-hours-waiting = Waits for the coordinator: { $amount }
entry-waiting = { $entry } (waits for the coordinator)
entry-disputed = { $entry } (wrong, you said)
ask-one_by_one = These are hours of several people. Send one message for each person.
group-of-other-room = That group is of another room. I changed nothing.
not-in-the-future = That day has yet to come. I changed nothing.
button-it-is-right = It is right
