### Onbevestigd: nog door geen moedertaalspreker gelezen. Unverified: no native speaker has read this yet.

language-name = ትግርኛ
language-set = ሕራይ፡ ብትግርኛ ንዛረብ።

duration-hours = { $hours } ሰዓት
duration-minutes = { $minutes } ደቒቕ
duration-both = { duration-hours }ን { duration-minutes }ን
date = { $weekday } { $day } { $month }
date-with-year = { $weekday } { $day } { $month } { $year }
list = { $first }ን { $last }ን
weekday-1 = ሰኑይ
weekday-2 = ሰሉስ
weekday-3 = ረቡዕ
weekday-4 = ሓሙስ
weekday-5 = ዓርቢ
weekday-6 = ቀዳም
weekday-7 = ሰንበት
month-1 = ጥሪ
month-2 = ለካቲት
month-3 = መጋቢት
month-4 = ሚያዝያ
month-5 = ግንቦት
month-6 = ሰነ
month-7 = ሓምለ
month-8 = ነሓሰ
month-9 = መስከረም
month-10 = ጥቅምቲ
month-11 = ሕዳር
month-12 = ታሕሳስ

consent-volunteer = ኣብ <b>{ $room }</b> ከም <b>ወለንተኛ</b> ተዓዲምካ ኣለኻ።
consent-volunteer-group = ኣብ { $group } ናይ <b>{ $room }</b> ከም <b>ወለንተኛ</b> ተዓዲምካ ኣለኻ።
consent =
    ስምካን ሰዓታትካን እዕቅብ።
    በዚ እቲ ክፍሊ ትገብርዎ ዘለኹም የርኢ።
    መልእኽትታትካ ድሕሪ 30 መዓልቲ እድምስሶም።
    ኣብ ዝኾነ እዋን ከተቋርጽ ወይ ሓበሬታኻ ክትርኢ ትኽእል።
button-agree = እወ፡ እሳተፍ
button-no-thanks = ኣይፋል፡ የቐንየለይ
not-joined = ሕራይ። ብዛዕባኻ ዋላ ሓንቲ ኣይዕቅብን። ደሓን ኩን!
ask-name = ጽቡቕ! መን ይበሃል ስምካ? ስምካ ጽሓፍ።
welcome =
    እንቋዕ ብደሓን መጻእካ { $name }! ሕጂ ኣባል <b>{ $room }</b> ኢኻ።
    እንታይ ከም ዝገበርካ ጽሓፍ። { $example }
welcome-example = ንኣብነት፡ <i>2 uur { $group } gisteren</i>
welcome-example-no-group = ንኣብነት፡ <i>2 uur gisteren</i>
logged = { $count ->
    [one] ተመዝጊቡ፡ { $entries }።
   *[other]
        ተመዝጊቡ፡
        { $entries }
}
button-wrong = ጌጋ እዩ
changed = { $count ->
    [one] ተቐይሩ፡ { $entries }።
   *[other]
        ተቐይሩ፡
        { $entries }
}
withdrawn = ተደምሲሱ፡ { $entry }።
ask-minutes = ክንደይ ሰዓት ነበረ?
ask-which_day = ኣየናይ መዓልቲ ነበረ?
help =
    እዚ ክገብር እኽእል፡
    • ሰዓታት ምምዝጋብ፡ <i>3 uur tuin gisteren</i>
    • ምእራም፡ <i>nee, 2 uur</i>
    • ምርኣይ፡ <i>hoeveel uur heb ik?</i>
    • ሰብ ምሕታት፡ <i>mens</i>
    ከምኡ'ውን፡ <i>mijn gegevens</i>፡ <i>taal</i>፡ <i>stop</i>።
stopped =
    ሕራይ፡ ባዕለይ ኣይጽሕፈልካን።
    ሰዓታትካ ግን ክትጽሕፍ ትኽእል።
unclear = ኣይተረድኣንን። ንኣብነት ጽሓፍ፡ <i>2 uur tuin gisteren</i>።
entry = <b>{ $amount }</b> { $group }, { $day }
entry-without-group = <b>{ $amount }</b>, { $day }
