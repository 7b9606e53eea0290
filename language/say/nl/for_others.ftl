report-who = { $count ->
    [one] Wie was er nog meer?
   *[other] Wie waren er nog meer?
}
report-who-type = Wie was er nog meer? Typ de naam, of meer namen.
report-who-reply = Wie was er nog meer? Antwoord op dit bericht met de naam.
report-which = Wie is { $name }?
report-knows = { $name } ken ik nog niet. Doet { $name } mee en weet die dat je uren noteert?
report-own-already = Jouw uren stonden er al: { $entry }.
report-noted = { $count ->
    [one] { $names } staat er ook bij.
   *[other] { $names } staan er ook bij.
}
report-alone = Uren van anderen: { $entry }.
report-noted-alone = Genoteerd voor { $names }.
report-put-forward = { $by ->
    [leader] Voor { $names } vraag ik het de groepstrekker.
   *[other] Voor { $names } vraag ik het de coördinator.
}
report-already = { $count ->
    [one] { $names } had deze uren al.
   *[other] { $names } hadden deze uren al.
}
report-left-out = Niet genoteerd voor { $names }: dat past niet op die dag.
report-not-told = { $names } kan ik niet schrijven. Vertel het zelf even.
button-report-there = ✓ { $name }
button-report-other = + iemand anders
button-report-done = Klaar
button-report-skip = Overslaan

named-ask = { $count ->
    [one] Volgens { $name } was { $names } er ook: { $entry }. Klopt dat?
   *[other] Volgens { $name } waren { $names } er ook: { $entry }. Klopt dat?
}
named-ask-others = { $count ->
    [one] Volgens { $name } was { $names } er: { $entry }. Klopt dat?
   *[other] Volgens { $name } waren { $names } er: { $entry }. Klopt dat?
}
named-unknown = { $name } noemt bij { $entry } ook { $names }. Die ken ik niet.
named-unknown-too = En ook { $names }. Die ken ik niet.
named-confirmed = Genoteerd voor { $names }: { $entry }.
named-refused = Goed, ik noteer niets voor { $names }.
told-named-refused = Volgens { $name } klopt dit niet voor { $names }: { $entry }.
button-named-confirm = Ja, noteer
report-what-wrong = { $entry }, voor { $names }. Wat klopt er niet?
report-who-not = Wie was er niet?
report-changed = Aangepast voor { $names }: { $entry }.
report-left-as-it-was = Bij { $names } past dat niet op die dag. Dat heb ik zo gelaten.
report-withdrawn = Weggehaald voor { $names }: { $entry }.
report-put-right = Aangepast: { $entry }.
button-people = Wie erbij was
button-delete-all = Alles weghalen
report-along = Deed { $name } ook mee als vrijwilliger?
