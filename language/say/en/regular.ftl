clock-time = { $hour }:{ $minute }
since = from { $time }
since-day = from { $day }, { $time }
running-for-group = <b>{ $group }</b>, { $since }

habit-asked = Your regular day: { $day }. Were you there?
habit-asked-of-group = Were you there? <b>{ $group }</b>, { $day }.
button-habit-yes = Yes, { $amount }
button-habit-other = Other amount

shift-asked =
    Your time is still running: { $running }.
    When did you finish?
button-shift-just-done = Just finished
button-shift-on = I am still busy
button-shift-drop = Forget it
