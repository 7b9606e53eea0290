### Onbevestigd: nog door geen moedertaalspreker gelezen. Unverified: no native speaker has read this yet.

language-name = العربية
language-set = حسنا، نتكلم العربية.

duration-hours = { $hours ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $hours } ساعات
   *[other] { $hours } ساعة
}
duration-minutes = { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}
duration-both = { duration-hours } و { duration-minutes }
date = { $weekday } { $day } { $month }
date-with-year = { $weekday } { $day } { $month } { $year }
list = { $first } و { $last }
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

consent-volunteer = أنت مدعو كـ<b>متطوع</b> في <b>{ $room }</b>.
consent-volunteer-group = أنت مدعو كـ<b>متطوع</b> في { $group } في <b>{ $room }</b>.
consent =
    أحفظ اسمك وساعاتك.
    هكذا تبيّن الغرفة ما تفعلونه.
    أمحو رسائلك بعد 30 يوما.
    يمكنك التوقف أو رؤية بياناتك في أي وقت.
button-agree = نعم، أشارك
button-no-thanks = لا، شكرا
not-joined = حسنا. لا أحفظ عنك شيئا. إلى اللقاء!
ask-name = جميل! ما اسمك؟ اكتب اسمك الأول.
welcome =
    أهلا { $name }! أنت الآن في <b>{ $room }</b>.
    اكتب فقط ما فعلت. { $example }
welcome-example = مثلا: <i>أمس ساعتين { $group }</i>
welcome-example-no-group = مثلا: <i>أمس ساعتين</i>
logged = { $count ->
    [one] سجّلت: { $entries }.
   *[other]
        سجّلت:
        { $entries }
}
button-wrong = غير صحيح
changed = { $count ->
    [one] عدّلت: { $entries }.
   *[other]
        عدّلت:
        { $entries }
}
withdrawn = حذفت: { $entry }.
ask-minutes = كم ساعة كانت؟
ask-which_day = أي يوم كان؟
help =
    هذا ما أستطيع:
    • تسجيل الساعات: <i>أمس 3 ساعات حديقة</i>
    • التعديل: <i>nee, 2 uur</i>
    • العرض: <i>كم ساعة عندي؟</i>
    • سؤال إنسان: <i>mens</i>
    وأيضا: <i>mijn gegevens</i>، <i>taal</i>، <i>stop</i>.
stopped =
    حسنا، لن أكتب لك من تلقاء نفسي.
    ما زال بإمكانك تسجيل ساعاتك.
unclear = لم أفهم. اكتب مثلا: <i>أمس ساعتين حديقة</i>.
entry = <b>{ $amount }</b> { $group }، { $day }
entry-without-group = <b>{ $amount }</b>، { $day }
