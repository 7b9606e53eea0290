### Onbevestigd: nog door geen moedertaalspreker gelezen. Unverified: no native speaker has read this yet.

language-name = Türkçe
language-set = Tamam, Türkçe konuşuyoruz.

duration-hours = { $hours } saat
duration-minutes = { $minutes } dakika
duration-both = { duration-hours } { duration-minutes }
date = { $day } { $month } { $weekday }
date-with-year = { $day } { $month } { $year } { $weekday }
list = { $first } ve { $last }
weekday-1 = pazartesi
weekday-2 = salı
weekday-3 = çarşamba
weekday-4 = perşembe
weekday-5 = cuma
weekday-6 = cumartesi
weekday-7 = pazar
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık

consent-volunteer = <b>{ $room }</b> seni <b>gönüllü</b> olarak davet ediyor.
consent-volunteer-group = <b>{ $room }</b>, { $group } seni <b>gönüllü</b> olarak davet ediyor.
consent =
    Adını ve saatlerini saklıyorum.
    Böylece oda ne yaptığınızı gösterebilir.
    Mesajlarını 30 gün sonra siliyorum.
    İstediğin zaman durabilir veya verilerini görebilirsin.
button-agree = Evet, katılıyorum
button-no-thanks = Hayır, teşekkürler
not-joined = Tamam. Senden hiçbir şey saklamıyorum. Hoşça kal!
ask-name = Güzel! Adın ne? Adını yaz.
welcome =
    Hoş geldin { $name }! Artık <b>{ $room }</b> üyesisin.
    Ne yaptığını yaz. { $example }
welcome-example = Örneğin: <i>dün 2 saat { $group }</i>
welcome-example-no-group = Örneğin: <i>dün 2 saat</i>
logged = { $count ->
    [one] Yazdım: { $entries }.
   *[other]
        Yazdım:
        { $entries }
}
button-wrong = Doğru değil
changed = { $count ->
    [one] Değiştirdim: { $entries }.
   *[other]
        Değiştirdim:
        { $entries }
}
withdrawn = Sildim: { $entry }.
ask-minutes = Kaç saat sürdü?
ask-which_day = Hangi gündü?
help =
    Şunları yapabilirim:
    • Saat yazmak: <i>dün 3 saat bahçe</i>
    • Düzeltmek: <i>nee, 2 saat</i>
    • Göstermek: <i>kaç saatim var?</i>
    • Birine sormak: <i>mens</i>
    Ayrıca: <i>mijn gegevens</i>, <i>taal</i>, <i>stop</i>.
stopped =
    Tamam, artık sana kendiliğimden yazmam.
    Saatlerini yine yazabilirsin.
unclear = Anlamadım. Örneğin şöyle yaz: <i>dün 2 saat bahçe</i>.
entry = <b>{ $amount }</b> { $group }, { $day }
entry-without-group = <b>{ $amount }</b>, { $day }
