klus-asked = <b>Klus { $number }</b> staat erop: { $what }.
klus-ask-what = Wat moet er gebeuren? Bijvoorbeeld: <i>lamp kapot</i>.
klus-ask-place = Waar is het? Alleen wie de klus doet, krijgt dit te zien.
klus-place-kept = Dat staat bij klus { $number }: { $what }.
klus-place-skipped = Goed, dan weet ik niet waar het is.
klus-place = Waar: { $place }
klus-place-not-told = Je hebt niet gezegd waar het is.
klus-place-unknown = Waar het is, weet ik niet. { $name } weet het misschien.
klus-ask-corporation = Van welke corporatie is de woning?
klus-ask-corporation-of = Van welke corporatie is de woning van klus { $number } ({ $what })?
klus-corporation-set = Klus { $number }: { $name }.
klus-corporation-none = Klus { $number }: geen van deze corporaties.

klus-new = Nieuwe <b>klus { $number }</b>: { $what }.
klus-open-again = <b>Klus { $number }</b> ligt weer open: { $what }.
klus-you-do = Jij doet <b>klus { $number }</b>: { $what }.
klus-taken-already = { $count ->
    [one] { $names } doet klus { $number } al: { $what }. Doe je mee?
   *[other] { $names } doen klus { $number } al: { $what }. Doe je mee?
}
klus-told-taken = { $name } gaat klus { $number } doen: { $what }.
klus-given-back = Goed, jij doet klus { $number } niet meer.
klus-dropped = Klus { $number } vervalt: { $what }.
klus-reopened = Klus { $number } is weer open: { $what }.
klus-parted = Klus { $number } telt weer zelf mee.
klus-closed-already = Deze klus is niet meer open.
klus-changed = Aangepast. Klus { $number }: { $what }.

klus-ask-give = Aan wie geef je klus { $number }: { $what }? Je mag ook een naam typen.
klus-given = { $name } doet nu klus { $number }.
klus-given-to-you = { $name } vraagt jou voor <b>klus { $number }</b>: { $what }.
klus-given-unreachable =
    Klus { $number } is nu voor { $name }: { $what }.
    { $name } kan mijn berichten niet lezen. Vertel het zelf even.
    { $asker } weet waar het is.
klus-nobody-called = Die naam ken ik hier niet. Typ een andere naam.
klus-several-called = Er zijn meer mensen die { $name } heten. Kies met een knop.

klus-ask-which-done = Welke klus is klaar?
klus-ask-minutes = Klus { $number }: { $what }. Hoe lang duurde het?
klus-ask-together = Deed je klus { $number } alleen, of met iemand? Je mag een naam typen.
klus-ask-anybody-else = Deed er behalve { $names } nog iemand mee?
klus-also-for = Ook genoteerd voor { $names }
klus-left-out = Voor { $names } kon ik niets noteren. Dat moet die persoon zelf doen.
klus-unknown = { $names } ken ik hier niet. Voor { $names } heb ik dus niets genoteerd.
klus-add-unknown = Toevoegen kan: kies <i>Klopt niet</i>, en dan <i>Wie het deed</i>.
klus-is-done = <b>Klus { $number }</b> is klaar: { $what }.
klus-hours-added = Deze uren horen bij klus { $number }: { $what }. Die telt één keer.
klus-hours-once = Deze uren stonden er al. Ik tel ze één keer.
klus-ask-same-open = Is dit klus { $number }: { $what }?
klus-ask-same-asked = Klus { $number } is ook gevraagd: { $what }. Is dit dezelfde?
klus-ask-same-done = Klus { $number } is die dag ook gedaan: { $what }. Is dit dezelfde?

klus-choose = Kies een klus.
klus-none = Er is nu geen klus open.
klus-no-such-number = Klus { $number } ken ik niet.
klus-count-mine = { $count ->
    [one] Jij doet 1 klus.
   *[other] Jij doet { $count } klussen.
}
klus-count-waiting = { $count ->
    [one] 1 klus wacht op iemand.
   *[other] { $count } klussen wachten op iemand.
}
klus-count-taken = { $count ->
    [one] Met 1 klus is iemand anders bezig.
   *[other] Met { $count } klussen zijn anderen bezig.
}
klus-title = <b>Klus { $number }</b>: { $what }
klus-asked-on = Gevraagd: { $day }
klus-state = Stand: { $state }
klus-state-asked = nog niemand doet het
klus-state-taken = iemand is ermee bezig
klus-state-done = klaar op { $day }
klus-state-dropped = vervallen
klus-state-duplicate = dubbel, het is klus { $number }
klus-who = Wie: { $names }
klus-corporation = Corporatie: { $name }
klus-photos = Foto's: { $count }

klus-photo-which = Van welke klus is deze foto?
klus-photo-when = Is deze foto van vóór of na klus { $number }?
klus-photo-before = Foto bewaard bij klus { $number }: zo was het ervoor.
klus-photo-after = Foto bewaard bij klus { $number }: zo is het erna.
klus-photo-is-before = Klus { $number }, ervoor. Foto { $place } van { $count }.
klus-photo-is-after = Klus { $number }, erna. Foto { $place } van { $count }.
button-klus-photos = Foto's
button-klus-photo-next = Volgende foto
klus-photo-dropped = Goed, ik bewaar de foto niet.

klus-what-wrong = Klus { $number }: { $what }. Wat klopt er niet?
klus-edit-unclear = Je hebt je bericht veranderd.
klus-ask-new-what = Wat is of was klus { $number }? Typ het in een paar woorden.
klus-ask-new-place = Waar is of was klus { $number }? Typ het adres of de naam.
klus-ask-who =
    Klus { $number } deed: { $names }
    Wie moet erbij, of weg?
klus-ask-who-nobody = Wie deed klus { $number }?
klus-ask-company = Met wie deed je klus { $number }? Je mag ook een naam typen.
button-klus-not-known = Weet ik niet
klus-own-words = De uren van { $name } kun jij niet veranderen. Vraag het { $name } of de coördinator.
klus-ask-same-as = Klus { $number } is dubbel. Welke klus is het ook?
klus-no-other = Ik ken geen andere klus. Er is niets veranderd.
klus-merged = Klus { $number } is dezelfde als klus { $kept }: { $kept_what }. Die telt één keer.
klus-ask-keep-hours = Klus { $number } telt dan niet mee. Blijven je uren wel staan?
klus-ask-stays = Klus { $number } heeft nu geen uren meer. Was deze klus wel klaar?
klus-stays = Goed, klus { $number } blijft staan: { $what }.
klus-removed = Klus { $number } telt niet meer mee: { $what }.

button-klus-take = Ik doe het
button-klus-join = Ik doe mee
button-klus-give = Geef aan iemand
button-klus-return = Toch niet
button-klus-done = Klaar
button-klus-drop = Vervalt
button-klus-reopen = Weer open
button-klus-part = Niet dubbel
button-klus-skip = Overslaan
button-klus-alone = Alleen
button-klus-with = Met { $names }
button-klus-nobody-else = Nee, niemand meer
button-klus-helped = Ik deed ook mee
button-klus-same = Ja, dezelfde
button-klus-other = Nee, een andere
button-klus-before = Ervoor
button-klus-after = Erna
button-klus-was-before = Was ervoor
button-klus-was-after = Was erna
button-klus-photo-away = Foto weg
button-klus-not = { $name } niet
button-klus-stays = Ja, klaar
button-klus-goes = Nee, niet klaar
button-klus-wrong-what = Wat het was
button-klus-wrong-place = Waar het was
button-klus-wrong-corporation = Corporatie
button-klus-wrong-who = Wie het deed
button-klus-wrong-double = Was dubbel
button-klus-wrong-undone = Toch niet klaar
button-klus-wrong-no-klus = Was geen klus

command-klussen = klussen die open zijn
command-name-klussen = klussen

data-klussen = Klussen
data-klussen-why = Dit vroeg je, of doe je. Waar het is, wis ik 30 dagen nadat het klaar is.
data-klus-asked = gevraagd
data-klus-done = gedaan of in handen
data-klus-state-asked = wacht op iemand
data-klus-state-taken = in handen
data-klus-state-done = klaar
data-klus-state-dropped = vervallen
data-column-part = Jouw deel
data-column-place = Waar
data-column-photos = Foto's van jou
