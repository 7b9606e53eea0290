join-language =
    Welkom bij Kamerbot! Kies je taal.
    Welcome! Choose your language.
join-wish =
    Met Kamerbot houd je je vrijwilligersuren bij.
    Heb je een uitnodiging? Open dan die link.
    Heb je er geen? Vraag of je mee mag doen.
join-room = Bij welke buurtwerkkamer wil je meedoen?
no-rooms-yet = Er is nog geen buurtwerkkamer. Probeer het later nog eens.
consent-volunteer = Je bent uitgenodigd als <b>vrijwilliger</b> bij <b>{ $room }</b>.
consent-volunteer-group = Je bent uitgenodigd als <b>vrijwilliger</b> bij { $group } van <b>{ $room }</b>.
consent-leader = Je bent uitgenodigd als <b>groepstrekker</b> bij <b>{ $room }</b>.
consent-leader-group = Je bent uitgenodigd als <b>groepstrekker</b> van { $group } bij <b>{ $room }</b>.
consent-coordinator = Je bent uitgenodigd als <b>coördinator</b> van <b>{ $room }</b>.
consent-coordinator-group = Je bent uitgenodigd als <b>coördinator</b> van <b>{ $room }</b>.
consent-request = Je wilt meedoen bij <b>{ $room }</b>.
consent =
    Ik bewaar je naam en je uren.
    Zo kan de kamer laten zien wat jullie doen.
    Je berichten wis ik na 30 dagen.
    Je kunt altijd stoppen, of je gegevens zien.
button-agree = Ja, ik doe mee
button-join = Ja, graag
button-no-thanks = Nee, bedankt
button-i-want-to-join = Ik wil meedoen
not-joined = Goed. Ik bewaar niets van je. Tot ziens!
ask-name = Fijn! Hoe heet je? Typ je voornaam.
ask-name-again = Dat lukt niet als naam. Gebruik letters, hooguit { $most } tekens.
welcome =
    Welkom { $name }! Je hoort nu bij <b>{ $room }</b>.
    Schrijf gewoon wat je deed. { $example }
welcome-example = Bijvoorbeeld: <i>2 uur { $group } gisteren</i>
welcome-example-no-group = Bijvoorbeeld: <i>2 uur gisteren</i>
welcome-coordinator =
    Jij bent coördinator. Op maandag krijg je het weekbericht.
    Met /uitnodigen nodig je mensen uit.
welcome-back = Hallo { $name }! Schrijf gewoon wat je deed, of typ <i>help</i>.
invite-not-usable = Deze uitnodiging werkt niet meer. Vraag een nieuwe aan de coördinator.
invite-not-usable-newcomer =
    Deze uitnodiging werkt niet meer. This invitation has ended.
    Vraag een nieuwe, of vraag of je mee mag doen.
join-requested = Ik heb het gevraagd aan <b>{ $room }</b>. Je hoort het hier.
join-request = <b>{ $name }</b> wil meedoen bij { $room }. Mag dat?
button-admit = Toelaten
button-turn-away = Weigeren
admitted = { $name } hoort nu bij { $room }.
turned-away = { $name } is niet toegelaten bij { $room }.
told-turned-away = Je kunt nu niet meedoen bij { $room }. Loop gerust eens binnen.
not-a-member = Je hoort nog niet bij een buurtwerkkamer. Typ /start.

ask-language = Welke taal wil je?
language-set = Goed, we praten Nederlands.

welcome-leader = Jij bent groepstrekker. Je kunt ook uren van je groep noteren: <i>Noor 2 uur</i>.
join-help = Ik ben Kamerbot. Ik houd vrijwilligersuren bij. Vragen? Loop binnen bij de kamer.
ask-new-name = Hoe wil je heten? Typ je voornaam.
renamed = Goed, ik noem je voortaan { $name }.
