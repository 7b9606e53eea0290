# Sleutels: wie er een heeft, door beide handen bevestigd.

keys = Sleutels: { $count }.
key-line = { $name }, sinds { $day }
key-line-waits = { $name }, { $day } (nog niet bevestigd)
no-key = Je hebt geen sleutel.
own-key = Je hebt een sleutel sinds { $day }.
ask-key-who = Wie krijgt een sleutel?
ask-key-signed = Heeft { $name } voor de sleutel getekend?
ask-key-what = Wat is er met de sleutel van { $name }?
key-no-such-member = Die naam ken ik hier niet.
key-not-signed = Goed. Kom terug als er getekend is.
key-given = { $name } heeft nu een sleutel.
key-given-waits = Ik vraag { $name } of dat klopt. Daarna telt het.
key-returned = De sleutel van { $name } is terug.
key-returned-waits = Ik vraag { $name } of dat klopt.
key-mistake = Weggehaald: de sleutel van { $name }.
key-back-waits = Ik vraag de coördinator of de sleutel terug is.
key-confirmed = Dank je! Je bent nu sleutelhouder.
key-confirmed-back = Dank je! De sleutel is terug.
key-denied = Goed dat je het zegt. Ik geef het door.
key-was-denied = { $name } zegt dat het niet klopt van de sleutel. Kijk bij /sleutels.
ask-key-given = { $name } gaf je een sleutel van het gebouw. Klopt dat?
ask-key-returned = { $name } kreeg je sleutel terug. Klopt dat?
ask-key-came-back = { $name } zegt: de sleutel is terug. Klopt dat?
button-give-key = Sleutel geven
button-key-back = Ik gaf hem terug
button-key-returned = Sleutel is terug
button-key-mistake = Was een vergissing
button-not-yet = Nog niet

command-name-sleutels = sleutels
command-sleutels = Wie een sleutel heeft

data-facts = Sleutel en vereniging
data-facts-why = Je coördinator telt sleutelhouders en leden voor de afspraak.
data-fact-key = Sleutel
data-fact-association = Lid van de vereniging
data-column-counts = Telt
