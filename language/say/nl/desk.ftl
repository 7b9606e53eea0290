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
setting-week = { $count ->
    [0] geen
    [5] laatste week
   *[other] { $count }e week
}
setting-weekday = { $count ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[other] zondag
}
setting-meeting_week = Week van het overleg
about-meeting_week = Kies 1 tot en met 4, of 5 voor de laatste. Met 0 is er geen overleg.
setting-meeting_weekday = Dag van het overleg
about-meeting_weekday = Maandag is 1, zondag is 7.
setting-corporations = Woningcorporaties
about-corporations = Dit zijn de corporaties die klussen betalen.

hours-wait = Er wachten uren op jou. Ze tellen pas na jouw tik.
button-requests = Bekijken

command-aanvragen = wat op jou wacht
command-name-aanvragen = aanvragen
requests-for-coordinators = Alleen de coördinator kan dit zien.
no-requests = Er wacht niets op jou.
requests = Dit wacht op jou:
requests-join = Wil meedoen: { $count }
requests-question = Vragen: { $count }
requests-hours = Uren om goed te keuren: { $count }
requests-objection = Uren die niet kloppen: { $count }
requests-named = Namen bij werk: { $count }
requests-key = Sleutels terug: { $count }
requests-word = Nieuwe woorden: { $count }
request-join = { $name } wil meedoen
request-question = Vraag van { $name }
request-hours = { $name }: { $amount }
request-objection = { $name }: niet { $amount }
request-named = Erbij? { $names }
request-key = Sleutel van { $name }
request-word = Woord: { $word }
request-one = { $name }, { $day } { $month }: { $amount }
request-all-hours = Gewone uren: { $count }
question-of-long-ago = { $name } had een vraag op { $day }. De woorden bewaar ik niet meer.
button-question-closed = Is al gedaan
question-closed = Goed, die vraag is klaar.
ask-word-right = { $name } leerde mij: <i>{ $word }</i> is { $group }. Klopt dat?
button-word-right = Klopt
word-is-right = Goed, <i>{ $word }</i> onthoud ik.
approve-all = { $name }: { $entry }. Klopt dat?
hours-of = { $name }: { $entry }
ask-approve-these = Zal ik deze uren goedkeuren?
requests-more-hours = En daarna nog { $count } keer.
button-approve-these = Goedkeuren ({ $count })
button-one-by-one = Eén voor één
ask-which-hours = Welke uren wil je zien?
button-requests-left = Wacht nog: { $count }
decided-together = Goedgekeurd: { $count } keer.
told-approved-several = Je uren zijn goedgekeurd: { $count } keer, samen { $amount }.

command-vrijwilligers = vrijwilligers, uren en tempo
command-name-vrijwilligers = vrijwilligers
volunteers-for-coordinators = Alleen de coördinator kan deze lijst zien.
ask-volunteers-room = Van welke kamer?
no-volunteers = { $room } heeft nog geen vrijwilligers.
volunteers = <b>{ $room }</b>: { $count ->
    [one] 1 vrijwilliger
   *[other] { $count } vrijwilligers
}. Op tempo: { $on_pace }.
volunteers-page = Dit zijn { $first } tot en met { $last }:
volunteer-line = <b>{ $name }</b>: { $amount }, { $stands }, laatst { $day } { $month }
volunteer-line-never = <b>{ $name }</b>: nog geen uren, { $stands }
volunteer-reached = doel gehaald
volunteer-on-pace = op tempo
volunteer-behind = nog niet op tempo
volunteer-too-early = nog te vroeg
volunteer-away = pauze
volunteer-not-found = Ik vind geen vrijwilliger die { $name } heet.
ask-which-volunteer = Wie wil je zien? Je kunt ook een naam typen.
