clock-time = { $hour }.{ $minute } uur
since = vanaf { $time }
since-day = vanaf { $day }, { $time }
running-for-group = <b>{ $group }</b>, { $since }

habit-asked = Je vaste dag: { $day }. Was je er?
habit-asked-of-group = Was je er? <b>{ $group }</b>, { $day }.
button-habit-yes = Ja, { $amount }
button-habit-other = Anders

shift-asked =
    Je tijd loopt nog: { $running }.
    Hoe laat was je klaar?
button-shift-just-done = Net klaar
button-shift-on = Ik ben nog bezig
button-shift-drop = Vergeet het
