command-instellingen = hoe de kamer is ingesteld
command-name-instellingen = instellingen
settings-for-coordinators = Alleen de coördinator kan de kamer instellen.
ask-settings-room = Van welke kamer?
settings = Zo stel je <b>{ $room }</b> in. Wat wil je zien?
button-settings-messages = Berichten
button-settings-asking = Vragen aan mensen
button-settings-quiet = Stille uren
button-settings-limits = Grenzen voor uren
button-settings-groups = Groepen en klussen
setting-line = { $name }: <b>{ $value }</b>
ask-which-setting = Wat wil je veranderen?
button-back = Terug
button-keep = Zo laten
button-setting-usual = Gewoon: { $value }
setting-now = Nu: <b>{ $value }</b>.
setting-changed-by = Ingesteld door { $name }, op { $day }.
ask-setting-switch = Aan of uit?
ask-setting-time = Hoe laat wordt het? Typ bijvoorbeeld 18.30.
ask-setting-number = Wat wordt het? Typ een getal.
ask-setting-names = Welke namen? Zet een komma tussen de namen.
setting-changed = Goed. { $name } is nu: <b>{ $value }</b>.
setting-same = Dat stond al zo.
told-setting = { $by } heeft { $room } anders ingesteld. { $name }: <b>{ $value }</b>.
setting-in-quiet = Let op: dat is in de stille uren. Het bericht wacht tot daarna.
setting-out-of-bounds = Kies een getal van { $least } tot en met { $most }.
setting-too-many-names = Dat zijn te veel namen. Er passen er { $most }.
setting-name-too-long = Een naam heeft hooguit { $most } tekens.
setting-clash-quiet = Dat kan niet. De stille uren moeten 's ochtends eindigen en 's avonds beginnen.
setting-clash-most = Dat kan niet. Boven het hoogste aantal noteer ik niets.
setting-clash-late = Dat kan niet. Navragen komt pas na de dagen voor goedkeuren.

setting-on = Aan
setting-off = Uit
setting-none = geen
setting-hours = { $count } uur
setting-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
setting-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weken
}

setting-weekly_total = Weektotaal sturen
about-weekly_total = Op zondag krijgt iedereen het eigen weektotaal.
setting-weekly_total_at = Tijd weektotaal
about-weekly_total_at = Zo laat gaat op zondag het weektotaal weg.
setting-digest = Weekbericht sturen
about-digest = Op maandag krijgen coördinatoren het weekbericht.
setting-digest_at = Tijd weekbericht
about-digest_at = Zo laat gaat op maandag het weekbericht weg.
setting-reminder = Herinnering sturen
about-reminder = Wie lang stil is, krijgt één vriendelijk bericht.
setting-reminder_at = Tijd herinnering
about-reminder_at = Zo laat gaat een herinnering weg.
setting-reminder_after_days = Herinnering na
about-reminder_after_days = Zo lang is iemand stil voor de herinnering.
setting-habit_at = Vraag over vast werk
about-habit_at = Zo laat vraag ik of iemand er was. Weet ik de tijd, dan vraag ik het daarna.
setting-shift_asked_at = Vraag over lopende tijd
about-shift_asked_at = Zo laat vraag ik of iemand nog bezig is.
setting-quiet_from = Stil vanaf
about-quiet_from = Vanaf dan stuur ik uit mezelf niets meer.
setting-quiet_until = Stil tot
about-quiet_until = Tot dan stuur ik uit mezelf niets.
setting-quiet_until_sunday = Stil tot, op zondag
about-quiet_until_sunday = Tot dan stuur ik op zondag uit mezelf niets.
setting-approve_all = Alle uren goedkeuren
about-approve_all = Staat dit aan, dan tellen uren pas na jouw tik.
setting-wait_day_hours = Goedkeuren per dag
about-wait_day_hours = Boven zoveel uur op een dag beslis jij.
setting-wait_week_hours = Goedkeuren per week
about-wait_week_hours = Boven zoveel uur in een week beslis jij.
setting-wait_after_days = Goedkeuren na
about-wait_after_days = Over uren van langer geleden beslis jij.
setting-ask_day_hours = Navragen per dag
about-ask_day_hours = Boven zoveel uur op een dag vraag ik of het klopt.
setting-ask_after_days = Navragen na
about-ask_after_days = Bij uren van langer geleden vraag ik of het klopt.
setting-most_day_hours = Hoogste per dag
about-most_day_hours = Meer uren op een dag noteer ik niet.
setting-group_active_weeks = Groep is actief
about-group_active_weeks = Zo lang blijft een groep actief na het laatste werk.
setting-klus_open_days = Klus staat lang open
about-klus_open_days = Na zo lang staat een open klus in het weekbericht.
setting-corporations = Woningcorporaties
about-corporations = Dit zijn de corporaties die klussen betalen.

hours-wait = Er wachten uren op jou. Ze tellen pas na jouw tik.
button-requests = Bekijken
