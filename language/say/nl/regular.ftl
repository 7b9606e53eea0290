clock-time = { $hour }.{ $minute } uur
since = vanaf { $time }
since-day = vanaf { $day }, { $time }
running-for-group = <b>{ $group }</b>, { $since }

habit-kept =
    Elke { $days } vraag ik of je er was: { $work }.
    Ik noteer pas uren als jij ja zegt.
habit-work = <b>{ $amount }</b> { $group }
habit-work-without-group = <b>{ $amount }</b>
habit = { $weekday }: { $work }
habits = Dit doe je elke week:
no-habits = Je hebt niets vast staan. Schrijf bijvoorbeeld: <i>elke dinsdag 3 uur tuin</i>.
habit-unknown = Dat staat niet vast. Dit wel:
habit-ended = Goed. Hier vraag ik niet meer naar:
habit-own-only = Vast werk geeft iedereen zelf door. Vraag of diegene mij schrijft.
habit-what-wrong = Wat klopt er niet?
ask-habit-weekday = Op welke dag is dat?
ask-habit-minutes = Hoeveel uur is het dan?
ask-habit-group = Bij welke groep is het?
ask-habit-end = { $count ->
    [one] Moet dit stoppen?
   *[other] Moet er iets stoppen?
}
button-habit-end = Stop hiermee
button-habits-stay = Laat zo

habit-asked = Je vaste dag: { $day }. Was je er?
habit-asked-of-group = <b>{ $group }</b>, { $day }. Was je er?
button-habit-yes = Ja, { $amount }
button-habit-other = Anders

shift-started = Je tijd loopt: { $running }.
shift-not-yet = Zo laat is het nog niet. Schrijf het als je begint.
shift-runs-already =
    Je tijd loopt al: { $running }.
    Ben je daarmee klaar?
shift-goes-on = Goed, je tijd loopt door. Typ <i>klaar</i> als je klaar bent.
shift-too-long = Dat is wel heel lang. Hoeveel uur was het?
shift-not-then = Die tijd kan niet.
shift-what-wrong = Je tijd loopt: { $running }. Wat klopt er niet?
ask-shift-same =
    Je tijd loopt: { $running }.
    Is dit die tijd?
ask-shift-time = Hoe laat begon je?
ask-shift-length-or-time = Hoe bedoel je dat?
nothing-runs = Er loopt nu geen tijd. Uren doorgeven? Schrijf bijvoorbeeld: <i>2 uur tuin</i>.
ask-finished-which = Wat is er klaar?
button-finished-time = De tijd die loopt
shift-asked =
    Je tijd loopt nog: { $running }.
    Hoe laat was je klaar?
button-shift-done = Klaar
button-shift-restart = Begin opnieuw
button-shift-stays = Loopt nog
button-shift-time = Begintijd
button-shift-group = Groep
button-shift-drop = Vergeet het
button-shift-just-done = Net klaar
button-shift-on = Nog bezig
button-shift-length = { $amount } lang
button-shift-until = Tot { $time }

command-vast = wat je elke week doet
command-name-vast = vast

data-regular = Vast werk
data-regular-why = Om je na afloop te vragen of je er was. Er wordt niets uit zichzelf genoteerd.
data-shifts = Tijd die je liet lopen
data-shifts-why = Om te weten hoe lang je bezig was.
