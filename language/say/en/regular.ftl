clock-time = { $hour }:{ $minute }
since = from { $time }
since-day = from { $day }, { $time }
running-for-group = <b>{ $group }</b>, { $since }

habit-kept =
    Every { $days } I ask whether you were there: { $work }.
    I only note hours when you say yes.
habit-work = <b>{ $amount }</b> { $group }
habit-work-without-group = <b>{ $amount }</b>
habit = { $weekday }: { $work }
habits = This is what you do every week:
no-habits = You have no regular work. Write for example: <i>every Tuesday 3 hours garden</i>.
habit-unknown = That is not in your regular work. This is:
habit-ended = Fine. I no longer ask about this:
habit-own-only = Everybody sets their own regular work. Ask them to write to me.
habit-what-wrong = What is wrong?
ask-habit-weekday = On which day is that?
ask-habit-minutes = How many hours is it?
ask-habit-group = For which group is it?
ask-habit-end = { $count ->
    [one] Should this stop?
   *[other] Should any of it stop?
}
button-habit-end = Stop this
button-habits-stay = Leave it

habit-asked = Your regular day: { $day }. Were you there?
habit-asked-of-group = <b>{ $group }</b>, { $day }. Were you there?
button-habit-yes = Yes, { $amount }
button-habit-other = Other amount

shift-started = Your time is running: { $running }.
shift-not-yet = It is not that late yet. Write to me when you begin.
shift-runs-already =
    Your time is running already: { $running }.
    Have you finished that?
shift-goes-on = Fine, your time goes on. Type <i>done</i> when you have finished.
shift-too-long = That is very long. How many hours was it?
shift-not-then = That time is not possible.
shift-what-wrong = Your time is running: { $running }. What is wrong?
ask-shift-same =
    Your time is running: { $running }.
    Is this that time?
ask-shift-time = When did you begin?
ask-shift-length-or-time = What do you mean?
nothing-runs = No time is running now. To tell hours, write for example: <i>2 hours garden</i>.
ask-finished-which = What is done?
button-finished-time = My running time
shift-asked =
    Your time is still running: { $running }.
    When did you finish?
button-shift-done = Done
button-shift-restart = Begin again
button-shift-stays = Still running
button-shift-time = Starting time
button-shift-group = Group
button-shift-drop = Forget it
button-shift-just-done = Just finished
button-shift-on = Still busy
button-shift-length = { $amount } long
button-shift-until = Until { $time }

command-vast = what you do every week
command-name-vast = regular

data-regular = Regular work
data-regular-why = To ask you afterwards whether you were there. Nothing is noted by itself.
data-shifts = Time that you let run
data-shifts-why = To know how long you were busy.
