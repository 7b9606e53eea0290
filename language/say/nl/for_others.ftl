others-who = { $count ->
    [one] Wie was er nog meer?
   *[other] Wie waren er nog meer?
}
others-who-type = Wie was er nog meer? Typ de naam, of meer namen.
others-who-reply = Wie was er nog meer? Antwoord op dit bericht met de naam.
others-which = Wie is { $name }?
others-knows = { $name } ken ik nog niet. Doet { $name } mee en weet die dat je uren noteert?
others-own-already = Jouw uren stonden er al: { $entry }.
others-noted = { $count ->
    [one] { $names } staat er ook bij.
   *[other] { $names } staan er ook bij.
}
others-alone = Uren van anderen: { $entry }.
others-noted-alone = Genoteerd voor { $names }.
others-put-forward = { $by ->
    [leader] Voor { $names } vraag ik het de groepstrekker.
   *[other] Voor { $names } vraag ik het de coördinator.
}
others-already = { $count ->
    [one] { $names } had deze uren al.
   *[other] { $names } hadden deze uren al.
}
others-left-out = Niet genoteerd voor { $names }: dat past niet op die dag.
others-not-told = { $names } kan ik niet schrijven. Vertel het zelf even.
button-others-there = ✓ { $name }
button-others-other = + iemand anders
button-others-done = Klaar
button-others-skip = Overslaan

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
others-what-wrong = { $entry }, voor { $names }. Wat klopt er niet?
others-who-not = Wie was er niet?
others-changed = Aangepast voor { $names }: { $entry }.
others-left-as-it-was = Bij { $names } past dat niet op die dag. Dat heb ik zo gelaten.
others-withdrawn = Weggehaald voor { $names }: { $entry }.
others-put-right = Aangepast: { $entry }.
button-people = Wie erbij was
button-delete-all = Alles weghalen
others-along = Deed { $name } ook mee als vrijwilliger?
