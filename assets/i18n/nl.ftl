### Doorvoerland: every word a user reads. Same keys and variables in every language; checked by tests/text.rs.
### Style: no full stop after a label, no capitals inside it, no colon after it, an ellipsis on buttons that ask for more.

## General words

app-name = Doorvoerland
app-subtitle = oefensimulator
exercise-word = OEFENING
no-play = NO PLAY
word-yes = Ja
word-no = Nee
word-cancel = Annuleren
word-close = Sluiten
word-save = Bewaren
word-open = Openen
word-back = Terug
word-next = Verder
word-apply = Vaststellen
word-copy = Kopiëren
word-remove = Verwijderen
word-all = Alle
word-none = Geen
word-now = Nu
word-unknown = Onbekend
unknown-name = onbekend
list-and = { $items } en { $last }
list-or = { $items } of { $last }

## Time

weekday-0 = ma
weekday-1 = di
weekday-2 = wo
weekday-3 = do
weekday-4 = vr
weekday-5 = za
weekday-6 = zo
month-1 = jan
month-2 = feb
month-3 = mrt
month-4 = apr
month-5 = mei
month-6 = jun
month-7 = jul
month-8 = aug
month-9 = sep
month-10 = okt
month-11 = nov
month-12 = dec
month-name-1 = januari
month-name-2 = februari
month-name-3 = maart
month-name-4 = april
month-name-5 = mei
month-name-6 = juni
month-name-7 = juli
month-name-8 = augustus
month-name-9 = september
month-name-10 = oktober
month-name-11 = november
month-name-12 = december
moment = { $time } ({ $day })
span-days =
    { $count ->
        [one] 1 dag
       *[other] { $count } dagen
    }
span-hours = { $count } uur
span-minutes =
    { $count ->
        [one] 1 minuut
       *[other] { $count } minuten
    }
hours-one = { $hours } uur
hours-many = { $hours } uur
person-days =
    { $count ->
        [one] 1 persoonsdag
       *[other] { $count } persoonsdagen
    }

## Amounts

units-rail =
    { $count ->
        [one] 1 trein
       *[other] { $count } treinen
    }
units-pipeline =
    { $count ->
        [one] 1 partij
       *[other] { $count } partijen
    }
units-road =
    { $count ->
        [one] 1 voertuig
       *[other] { $count } voertuigen
    }
units-water =
    { $count ->
        [one] 1 schip
       *[other] { $count } schepen
    }
units-handling =
    { $count ->
        [one] 1 verlading
       *[other] { $count } verladingen
    }
units-plain = { $count }
units-teams =
    { $count ->
        [one] 1 ploeg
       *[other] { $count } ploegen
    }
units-pieces =
    { $count ->
        [one] 1 stuk materieel
       *[other] { $count } stuks materieel
    }
units-people =
    { $count ->
        [one] 1 persoon
       *[other] { $count } personen
    }
per-hour = { $units } per uur
per-window = { $units } per { $hours } uur

## Vital processes

process-EL = Elektriciteit
process-GAS = Gas
process-FUEL = Brandstof
process-MOB = Mobiele telefonie
process-FIX = Vast internet
process-PNT = Plaats en tijd (satelliet)
process-EMC = 112 en C2000
process-WAT = Drinkwater
process-SEW = Riolering en gemalen
process-FOOD = Voedsel
process-PAY = Betalen
process-HOSP = Ziekenhuizen
process-CARE = Huisarts, thuiszorg, apotheek
process-ROAD = Wegen
process-RAIL = Spoor
process-IWT = Binnenvaart, sluizen en bruggen
process-PORT = Havens en terminals
process-PUB = Politie, brandweer, bewaking
process-GOV = Crisisbesluitvorming en omroep
process-LOG = Industrie en distributie
process-AIR = Luchtvaart
process-DEF = Locaties van Defensie

## Roles: official names

role-mccb = Ministeriële Commissie Crisisbeheersing (MCCb)
role-iccb = Interdepartementale Commissie Crisisbeheersing (ICCb) en adviesteam (IAO)
role-mp-parlement = Minister-president; Staten-Generaal
role-nctv = JenV: NCTV, NCC en NKC
role-locc-kcr2 = LOCC-KCR2
role-mindef = Minister van Defensie
role-cds = Commandant der Strijdkrachten, Directie Operaties
role-toc-dvvo = Territoriaal Operatiecentrum en DVVO
role-rmoa = Regionaal militair operationeel adviseur
role-kmar = Koninklijke Marechaussee
role-bz = Buitenlandse Zaken en PV NAVO
role-ienw = Infrastructuur en Waterstaat (DCC)
role-prorail = ProRail: verkeersleiding en OCCR
role-vervoerders = Spoorgoederenvervoerders, binnenvaart en NS
role-rijkswaterstaat = Rijkswaterstaat
role-havenmeester = (Rijks)havenmeester
role-terminaloperator = Terminaloperator
role-havenburgemeester = Burgemeester van de havengemeente
role-veiligheidsregio = Voorzitter veiligheidsregio, RBT
role-rot = Operationeel leider, ROT
role-politie-om = Politie en hoofdofficier van justitie
role-ghor = GHOR/DPG en meldkamer ambulancezorg
role-ziekenhuizen = Ziekenhuisbesturen, ROAZ en LCPS
role-vws = VWS
role-ezk-gts = Energieministerie en GTS
role-netbeheerders = TenneT en regionale netbeheerders
role-telecom = Telecomaanbieders en RDI
role-water = Waterschap en drinkwaterbedrijf
role-voedsel-betalen = LVVN met de ketens; DNB, Financiën en AFM
role-gemeenten = Gemeenten, COA, BZK en commissaris van de Koning

## Roles within a sentence: short, with their article

owner-mccb = de MCCb
owner-iccb = de ICCb
owner-mp-parlement = de minister-president met de Staten-Generaal
owner-nctv = de NCTV
owner-locc-kcr2 = LOCC-KCR2
owner-mindef = de minister van Defensie
owner-cds = de Directie Operaties van Defensie
owner-toc-dvvo = TOC/DVVO
owner-rmoa = de regionaal militair adviseur
owner-kmar = de Marechaussee
owner-bz = Buitenlandse Zaken
owner-ienw = het ministerie van IenW
owner-prorail = ProRail
owner-vervoerders = de vervoerders
owner-rijkswaterstaat = Rijkswaterstaat
owner-havenmeester = de havenmeester
owner-terminaloperator = de terminaloperator
owner-havenburgemeester = de burgemeester van de havengemeente
owner-veiligheidsregio = de voorzitter van de veiligheidsregio
owner-rot = de operationeel leider
owner-politie-om = politie en OM
owner-ghor = de GHOR
owner-ziekenhuizen = de ziekenhuizen
owner-vws = het ministerie van VWS
owner-ezk-gts = het energieministerie met GTS
owner-netbeheerders = de netbeheerders
owner-telecom = de telecomaanbieders
owner-water = waterschap en drinkwaterbedrijf
owner-voedsel-betalen = LVVN en de betaalketen
owner-gemeenten = de gemeenten
owner-manager = de beheerder

## Tables in the room

table-rijk = Rijk
table-regio = Regio
table-defensie = Defensie
table-infra = Infra
table-haven = Haven
table-zorg = Zorg
table-energie = Energie
table-excon = Tegenspel

## Categories, as labels and within a sentence

class-urgent-military = Urgent militair transport
class-medical = Medisch en hulpdiensten
class-life-support = Levensbehoeften
class-military = Militair transport
class-passenger = Reizigers
class-commercial = Overige goederen
class-inside-urgent-military = urgent militair transport
class-inside-medical = medisch vervoer en hulpdiensten
class-inside-life-support = levensbehoeften
class-inside-military = militair transport
class-inside-passenger = reizigers
class-inside-commercial = overige goederen
class-life-support-means = Water, voedsel, brandstof, medicijnen en brandstof voor centrales

## Transport modes, fleets and crews

mode-rail = Spoor
mode-road = Weg
mode-water = Water
mode-pipeline = Pijpleiding
fleet-flat-wagon-sets = Zware platte wagens
fleet-convoys = Colonnes over de weg
fleet-barges = Duwbakken en pontons
fleet-low-loaders = Diepladers over de weg
fleet-ammunition-trains = Munitietreinen
good-food = Voedsel
good-fuel = Brandstof
good-medicines = Geneesmiddelen
good-industry = Grond- en halffabricaten
good-kerosene = Vliegtuigbrandstof
pool-vehicles-flat-wagons = Zware platte wagons (stellen)
pool-vehicles-locomotives = Goederenlocomotieven
pool-vehicles-diesel-locomotives = Diesellocomotieven
pool-vehicles-drivers = Machinisten goederenvervoer (diensten)
pool-vehicles-barges = Duwbakken en pontons
pool-vehicles-low-loaders = Diepladers (colonnes)
pool-vehicles-convoys = Colonnes over de weg
pool-teams-escorts = Begeleiding van colonnes
pool-teams-guards-tmo = Bewaking op militair object
pool-teams-guards-public = Bewaking in de openbare ruimte
pool-crews-rail = Herstelploegen spoor
pool-crews-grid = Herstelploegen stroom en gas
pool-crews-telecom = Herstelploegen telecom
pool-crews-water = Herstelploegen water
pool-crews-civil = Ploegen wegen, sluizen en kaden
pool-crews-it = Digitale herstelteams
pool-permits-convoys = Colonnevergunningen
pool-berths-vlissingen = Kades Vlissingen-Oost
pool-berths-waalhaven = Kades Waal- en Eemhaven
pool-berths-maasvlakte = Kades Maasvlakte
pool-berths-moerdijk = Kade Moerdijk
pool-berths-amsterdam = Kades Amsterdam Westhaven
pool-berths-eemshaven = Kades Eemshaven
pool-berths-den-helder = Kades Den Helder
pool-berths-harlingen = Kade Harlingen
pool-berths-amsterdam-bulk = Stukgoedkades Amsterdam Westhaven
pool-berths-eemshaven-bulk = Stukgoedkades Eemshaven
pool-berths-maasvlakte-container = Containerkades Maasvlakte
pool-berths-moerdijk-bulk = Stukgoedkades Moerdijk
pool-berths-vlissingen-bulk = Stukgoedkades Vlissingen-Oost
pool-berths-waalhaven-container = Containerkades Waal- en Eemhaven
pool-beds-transit = Slaapplaatsen voor troepen op doorreis
pool-stock-meals = Maaltijden
pool-stock-water = Drinkwater op locatie (m³)
pool-stock-fuel = Brandstof voor troepen (m³)
pool-kind-held = In bruikleen
pool-kind-crews = Herstelploegen
pool-kind-stock = Voorraad
kind-tracked = rupsvoertuigen
kind-wheeled = wielvoertuigen
kind-container = containers
kind-ammunition = munitie
kind-fuel = brandstof

## Legal bases: name, what it gives, how long it usually takes

basis-g0 = eigen bevoegdheid of contract
basis-g0-means = De eigenaar beslist over wat van hem is
basis-g0-delay = meteen tot 1 uur
basis-g1 = verzoek en afspraak
basis-g1-means = Vragen, onderhandelen, betalen; weigeren is gewoon
basis-g1-delay = een half uur tot 2 uur
basis-g2 = bijstand
basis-g2-means = Mensen en middelen van politie, Marechaussee en Defensie via het LOCC (Wet veiligheidsregio's art. 51, Politiewet 2012)
basis-g2-delay = 2 tot 12 uur
basis-g3 = lokaal en regionaal noodrecht
basis-g3-means = Noodbevel of noodverordening in één gemeente of regio (Wet veiligheidsregio's art. 39)
basis-g3-delay = binnen 1 uur
basis-g4 = sectorale crisisbevoegdheid
basis-g4-means = Gasniveaus, olievoorraad, urgente treinen, verdringingsreeks water, telecom
basis-g4-delay = 1 tot 6 uur
basis-g5 = noodbepalingen bij koninklijk besluit
basis-g5-means = Losse artikelen van noodwetten op voordracht van de minister-president; meteen een wetsvoorstel naar de Staten-Generaal
basis-g5-delay = 12 tot 24 uur
basis-g6 = noodtoestand
basis-g6-means = Ruime bevoegdheden en grenzen aan grondrechten; de Staten-Generaal besluiten over het voortduren
basis-g6-delay = 24 tot 48 uur
basis-with-code = { $code } { $name }
basis-title = Grondslag
power-plan-movements = Verplaatsingen plannen
power-designate-urgent = Militair vervoer urgent aanwijzen, samen met het andere ministerie

## Places, stretches and transports

node-seaport = Zeehaventerminal
node-inland = Inlandterminal of distributiepunt
node-yard = Emplacement
node-airfield = Vliegveld
node-lock = Sluis
node-junction = Aansluiting of brug
node-border = Grensovergang
node-abroad = Over de grens
edge-rail = spoor { $from }–{ $to }
edge-road = weg { $from }–{ $to }
edge-water = vaarweg { $from }–{ $to }
edge-pipeline = pijpleiding { $from }–{ $to }
link-rail = het spoor van { $from } naar { $to }
link-road = de weg van { $from } naar { $to }
link-water = de vaarweg van { $from } naar { $to }
link-pipeline = de pijpleiding van { $from } naar { $to }
target-process = { $process } in { $region }
target-terminal = terminal { $place }
target-crossing = wat achter { $place } ligt
transport-freight-rail = goederentrein { $number }
transport-freight-road = vrachtverkeer { $number }
transport-freight-water = vrachtschip { $number }
transport-freight-pipeline = partij brandstof { $number }
transport-unit-rail = trein { $number } van { $name }
transport-unit-road = colonne { $number } van { $name }
transport-unit-water = duwbak { $number } van { $name }
transport-unit-pipeline = partij { $number } van { $name }
transport-special = { $name } ({ $number })
ship-of = schip { $number } van { $movement }
share-of-destination = { $mode } naar { $place } { $share }
figure-value = { $figure }: { $value }
phase-gone = Vertrokken uit beeld
phase-loading = Wordt geladen
phase-waiting = Wacht op ruimte om te vertrekken
phase-moving = Onderweg
phase-held = Stilgezet, wacht op een andere weg
phase-sheltered = Staat op een veilig spoor
phase-stalled = Staat stil op een onveilige plaats

## How well something works

level-normal = normaal
level-hindered = gehinderd
level-limited = beperkt
level-severe = ernstig beperkt
level-out = uitgevallen
trend-up = beter
trend-down = slechter
trend-steady = gelijk
damage-physical = fysieke schade
damage-digital = digitale verstoring
damage-human = verstoring door mensen
damage-on-edge = { $damage } op { $what }
damage-in-process = { $damage } bij { $what }
damage-at-terminal = { $damage } bij { $what }
damage-behind-crossing = { $damage }: { $what }

## What is measured

metric-level = Werking
metric-worst-level = Zwakste voorziening
metric-unmet-need = Wat mensen tekortkwamen
metric-delivered = Deel over de grens
metric-delivered-pieces = Materieel over de grens
metric-ashore = Materieel op de kade
metric-waiting = Wachtend op ruimte
metric-moving = Onderweg
metric-terminal-queue = Wachtrij
metric-refused = Geweigerde aanvragen
metric-civil-delay = Vertraging van burgerverkeer
metric-ammunition-stalled = Munitietreinen stil op onveilige plaats
metric-open-damages = Openstaande schades en storingen
metric-in = { $name } in { $place }
metric-nationwide = { $name } in het land
metric-of = { $name }, { $about }

## Injects: state, channel, receivers

inject-state-on-hold = aangehouden
inject-state-ready = gereed
inject-state-sent = verstuurd
inject-state-skipped = vervallen
channel-call = telefoon
channel-mail = mail of brief
channel-report = situatierapport
channel-news = nieuws
channel-social = sociale media
channel-nl-alert = NL-Alert
receivers-all = iedereen

## Markings and life of an exercise

marking-public = openbaar
marking-internal = intern
marking-restricted = departementaal vertrouwelijk
marking-line = { $exercise } – { $marking }
life-ready = GEREED
life-startex = STARTEX
life-pause = PAUZE
life-endex = ENDEX
life-hot-wash = DIRECTE NABESPREKING
life-closed = GESLOTEN

## Who does something, and causes

actor-lead = Oefenleiding
actor-clock = Klok
actor-auto = { $role } (tegenspel)
decision = besluit { $number }
decision-of-auto = besluit { $number } van { $who } (tegenspel)
decision-of = besluit { $number } van { $who }
decision-of-lead = ingreep { $number } van de oefenleiding
decision-of-clock = stap { $number } van de klok
cause-line = Oorzaak: { $cause }.
cause-routine = de gewone gang van zaken
cause-scenario = de uitgangssituatie van het scenario
cause-inject = inject { $inject }
cause-process = verstoring van { $process }
cause-damage = { $damage } door { $cause }
cause-damage-past = schade of storing die al verholpen is
why-nothing = { $what }: werkt normaal.
why-lacking = { $what }: werkt niet volledig.
why-first = Dat komt door { $cause }
why-next = en dat door { $cause }
why-restart = Wat het tegenhield wordt minder, en het herstel is bezig.

## Events

event-inject-sent = Inject { $inject } verstuurd aan { $receivers } ({ $channel }).
event-inject-held = Inject { $inject } aangehouden.
event-inject-released = Inject { $inject } weer vrijgegeven.
event-inject-moved = Inject { $inject } verzet naar { $time }.
event-inject-skipped = Inject { $inject } vervalt.
event-inject-invented = Inject { $inject } toegevoegd tijdens de oefening.
event-damaged = { $damage }: verlies { $loss }.
event-repair-started = Herstel begonnen aan { $what }.
event-repaired = Verholpen: { $what }.
event-repair-ordered = Herstelvolgorde gewijzigd voor { $what }.
event-level-fell = { $what }: van { $from } naar { $to }.
event-level-rose = { $what }: herstelt van { $from } naar { $to }.
event-edge-closed = { $what } is dicht.
event-edge-opened = { $what } is weer open.
event-traction-lost = In { $region } heeft de bovenleiding geen spanning meer: elektrische treinen stoppen ervoor, andere rijden zover er diesellocomotieven zijn.
event-traction-back = In { $region } staat er weer spanning op de bovenleiding.
event-ship-berthed = { $ship } ligt aan de kade ({ $port }).
event-ship-unloaded = { $ship } is gelost ({ $port }).
event-ship-shifted = { $ship } komt nu op { $time }.
event-diverted = { $ship } wijkt uit naar { $place }: het vliegveld is dicht.
event-departed = { $transport } is vertrokken vanaf { $place }.
event-held = { $transport } is stilgezet bij { $place }.
event-rerouted = { $transport } gaat vanaf { $place } verder langs een andere weg.
event-arrived = { $transport } is aangekomen bij { $place }.
event-ammunition-stalled = Munitietrein { $number } staat stil bij { $place }, buiten een veilig spoor.
event-ammunition-sheltered = Munitietrein { $number } wijkt uit naar een veilig spoor bij { $place }.
event-ammunition-danger = Rond munitietrein { $number } bij { $place } geldt een veiligheidsafstand van { $distance } m (fictief): ongeveer { $people } mensen moeten weg.
event-ammunition-told = { $role } weet dat munitietrein { $number } bij { $place } stilstaat.
event-ammunition-crowd = Rond munitietrein { $number } bij { $place } staan { $people } mensen, meer dan de bewaking van het spoor kan houden: de trein kan niet weg.
event-movement-completed = Verplaatsing { $movement } is volledig over de grens.
event-movement-late =
    Verplaatsing { $movement } haalt de datum niet: { $missing ->
        [one] 1 stuk materieel ontbreekt.
       *[other] { $missing } stuks materieel ontbreken.
    }
event-movement-planned = Planning van verplaatsing { $movement } gewijzigd.
event-policy-set = Nieuwe verdeelafspraak voor { $pool }.
event-policy-ended = Verdeelafspraak voor { $pool } is afgelopen, de gewone afspraak geldt weer.
event-designated = { $role } wijst { $movement } aan als urgent militair vervoer.
event-basis-from = { $role } geeft de grondslag voor { $what } op { $pool }; geldig vanaf { $time }.
event-basis-part = { $role } geeft de grondslag voor { $what } op { $pool }; er moet nog iemand mee instemmen.
event-asked = { $from } vraagt iets aan { $to } ({ $decision }).
event-agreed = { $to } stemt in met het verzoek van { $from } ({ $decision }).
event-declined = { $to } wijst het verzoek van { $from } af ({ $decision }).
event-countered = { $to } doet een tegenvoorstel op het verzoek van { $from } ({ $decision }).
event-countered-back = { $from } doet een tegenvoorstel aan { $to } over het eigen verzoek ({ $decision }).
event-agreed-back = { $from } stemt in met het tegenvoorstel van { $to } op het eigen verzoek ({ $decision }).
event-declined-back = { $from } wijst het tegenvoorstel van { $to } op het eigen verzoek af ({ $decision }).
event-lapsed = het verzoek van { $from } aan { $to } is vervallen: niemand antwoordde op tijd ({ $decision }).
event-arrival-waits = { $ship } is er, maar wacht op { $pool }.
event-made-way = { $transport } moet wijken voor urgent militair vervoer en stopt bij { $place }.
event-shifted = { $transport } wacht te lang en gaat verder over { $mode }.
event-corrected = De oefenleiding past een cijfer aan, { $figure }.
event-refused-late = { $decision } gaat niet door. { $refusal }

## Commands

record-line = { $decision }, { $time }: { $what }
command-with-reason = { $what } Reden: { $reason }.
command-policy = Verdeelafspraak voor { $pool }: { $changes }.
command-policy-until = Verdeelafspraak voor { $pool } tot { $until }: { $changes }.
command-repair-earlier = Herstel eerder: { $what }.
command-repair-later = Herstel later: { $what }.
command-repair-default = Herstel in gewone volgorde: { $what }.
command-plan = Verplaatsing { $movement }: { $shares }.
command-plan-hold = Verplaatsing { $movement }: { $shares }; vertrekken stilgelegd.
command-designate = { $movement } aangewezen als urgent militair vervoer.
command-basis = grondslag gegeven voor { $what } op { $pool }.
command-ask-policy = verzoek aan { $owner } over { $pool }: { $changes } ({ $until }).
command-ask-basis = verzoek aan { $owner } om de grondslag voor { $what } op { $pool }.
command-ask-measure = verzoek aan { $owner } om bijstand: { $measure }.
command-agree = ingestemd met { $decision }.
command-decline = { $decision } afgewezen.
command-counter = tegenvoorstel bij { $decision }: { $terms }.
terms-policy = { $pool }: { $changes } ({ $until })
terms-basis = de grondslag voor { $what } op { $pool }
terms-measure = de maatregel { $measure }
terms-pay = { $what }, tegen betaling van { $offer } duizend euro
terms-no-pay = { $what }, zonder betaling
request-offer = Aanbod: { $offer } duizend euro.
request-no-end = zonder einde
order-port = { $ship } naar { $port }
order-staging = verzamelen bij { $place }
order-no-staging = zonder verzamelplaats
order-kinds = volgorde: { $kinds }
order-corridor = { $fleet } alleen langs weg { $number }
command-fire = Inject { $inject } nu versturen.
command-hold = Inject { $inject } aanhouden.
command-release = Inject { $inject } vrijgeven.
command-move = Inject { $inject } verzetten naar { $time }.
command-skip = Inject { $inject } laten vervallen.
command-invent = Nieuwe inject { $inject }.
command-correct = Cijfer aangepast, { $figure }.
policy-default = zoals gewoonlijk
policy-order = verdringingsvolgorde { $order }
policy-minimum = minimum { $amount } voor { $class }
policy-no-minimum = geen minimum voor { $class }
policy-cap = maximum { $amount } voor { $class }
policy-no-cap = geen maximum voor { $class }
policy-day = hoogstens { $amount } per dag voor { $class }
policy-no-day = geen maximum per dag voor { $class }
policy-holder-demand = vervoer van { $from } naar { $to }
policy-reserved = { $amount } vrijgehouden voor { $holder }

## Refusals: the obstacle, who decides, what is missing, what one can do instead

refusal-not-owner = over { $pool } beslist { $owner } ({ $own }). Vraag het aan { $owner }: { $request } duurt meestal { $delay }, en weigeren mag.
refusal-basis-missing = { $what } op { $pool } mag { $owner } niet alleen besluiten. Daarvoor ontbreekt { $basis }; die kan komen van { $provider } en dat duurt ongeveer { $delay }. Wat wel kan: { $instead }.
refusal-basis-not-yet = De grondslag voor { $what } is gegeven, maar geldt pas vanaf { $time }. Laat het besluit dan ingaan.
refusal-not-provider = Deze grondslag kan alleen komen van { $providers }. Vraag het daar.
refusal-not-designator = Urgent militair vervoer wijzen twee ministeries samen aan, waaronder { $role }. Vraag het daar.
refusal-done-already = Dat is al gedaan.
refusal-not-turn = over dit verzoek is { $owner } aan zet: alleen die kan nu antwoorden of een tegenvoorstel doen.
refusal-answered = Dit verzoek is al beantwoord. Doe een nieuw verzoek.
refusal-lapsed = Dit verzoek is op { $time } vervallen: niemand antwoordde op tijd. Doe een nieuw verzoek.
refusal-lapses-before = Dit verzoek vervalt op { $time }, voordat dit zou ingaan. Laat het uiterlijk dan ingaan.
refusal-terms-replaced = Na dit besluit zijn er andere voorwaarden voorgesteld. Bekijk die en antwoord opnieuw.
refusal-same-terms = Dit zijn de voorwaarden die er al liggen. Stem ermee in, wijs ze af of verander iets.
refusal-other-subject = Een tegenvoorstel gaat over hetzelfde als het verzoek. Doe voor iets anders een eigen verzoek.
refusal-asked-oneself = Dit kan deze rol zelf besluiten; een verzoek is niet nodig.
refusal-kind-stranded = zo blijven de { $kind } van { $movement } staan: geen van de gekozen wijzen kan ze vervoeren. Geef een wijze die dat kan een deel.
refusal-no-such-choice = Dat kan niet gekozen worden voor { $movement }: de haven, verzamelplaats, weg of volgorde is er niet, of het schip ligt al aan de kade.
refusal-unknown-request = Dit verzoek bestaat niet.
refusal-not-crew-owner = deze herstelploegen stuurt { $owner }. Vraag het aan { $owner }: verzoek en afspraak duurt meestal { $delay }.
refusal-not-planner = militaire verplaatsingen plant { $owner }. Vraag het aan { $owner }: verzoek en afspraak duurt meestal { $delay }.
refusal-no-planner = In deze oefening plant geen enkele rol militaire verplaatsingen. Vraag het de oefenleiding.
refusal-lead-only = Dit kan alleen de oefenleiding. Vraag het aan de oefenleider.
refusal-in-the-past = { $time } is al voorbij, het is nu { $now }. Laat het vanaf nu ingaan, of maak een variant vanaf dat moment.
refusal-too-far-ahead = Zo ver vooruit kan niet, het laatste moment is { $last }. Kies een eerder moment.
refusal-unknown-pool = Deze schaarse capaciteit bestaat niet. Kies er een van het verdeelbord.
refusal-unknown-damage = Deze schade is er niet meer of herstelt vanzelf. Kies een andere.
refusal-unknown-movement = Deze verplaatsing bestaat niet. Kies er een uit de lijst.
refusal-unknown-inject = Deze inject bestaat niet. Kies er een uit de lijst.
refusal-unknown-figure = Dit cijfer kan niet aangepast worden, want het bestaat niet.
refusal-unknown-target = De inject noemt iets dat niet bestaat. Controleer ontvangers, gevolgen en moment.
refusal-unknown-role = Deze rol bestaat niet in deze oefening.
refusal-inject-sent = inject { $inject } is al verstuurd. Neem er een achter de hand of maak een nieuwe.
refusal-inject-skipped = inject { $inject } is vervallen. Neem er een achter de hand of maak een nieuwe.
refusal-inject-code-taken = Er is al een inject met code { $code }. Kies een andere code.
refusal-order-incomplete = De verdringingsvolgorde moet elke categorie precies één keer noemen.
refusal-minima-too-high = de minima voor { $pool } passen niet: de ruimte op het smalste deel is { $capacity }, en een minimum mag niet boven zijn maximum liggen. Verlaag een minimum.
refusal-no-day-cap = voor { $pool } bestaat geen maximum per dag: de ploegen worden steeds opnieuw verdeeld. Gebruik het maximum, dat is het aantal ploegen tegelijk.
refusal-reservation-wrong = Een reservering op { $pool } kan niet zo: kies een verplaatsing, trein of vervoersvraag die er gebruik van maakt, hoogstens één keer, en minstens 1. Herstelploegen zijn niet voor één verplaatsing te reserveren.
refusal-shares-wrong = De delen van verplaatsing { $movement } moeten samen 100 % zijn, één deel per bestemming.
refusal-reason-missing = Geef een reden: die hoort bij het besluit.
refusal-text-bad = De tekst is langer dan { $limit } tekens of bevat tekens die niet kunnen. Kort hem in of typ hem opnieuw.
refusal-ends-before-start = De afspraak eindigt voordat zij ingaat. Kies een later einde.
limit-minimum-any = een gegarandeerd minimum voor { $class }
limit-minimum-above = een minimum boven { $amount } voor { $class }
limit-day-above = meer dan { $amount } per dag voor { $class }
limit-cap-below = een maximum onder { $amount } voor { $class }
limit-cap-above = een maximum boven { $amount } voor { $class }
limit-cap-any = inzet voor { $class }
limit-before = { $first } vóór { $second }
instead-no-minimum = geen minimum voor { $class } vastleggen
instead-minimum = het minimum voor { $class } op { $amount } of lager houden
instead-day = bij { $amount } per dag blijven voor { $class }
instead-cap = het maximum voor { $class } op { $amount } of hoger houden
instead-cap-within = het maximum voor { $class } op { $amount } of lager houden
instead-cap-none = niets inzetten voor { $class }
instead-order = { $second } vóór { $first } houden

## Why a transport cannot go

binding-closed = { $link } is dicht. Wat helpt: herstel, of een andere weg of vervoerswijze.
binding-slots = { $link } is vol van { $from } tot { $to }. Wat helpt: later vertrekken, een andere weg, of minder ander verkeer (daarover beslist { $owner }).
binding-neighbour = Het buurland neemt bij { $place } niet meer over dan { $slots }. Wat helpt: een andere grensovergang, later vertrekken, of afspraken met de buren.
binding-kept-free = Wat nog vrij is op { $link } van { $from } tot { $to } is vrijgehouden voor anderen. Wat helpt: later vertrekken, of een lager minimum of minder reserveringen voor de anderen (daarover beslist { $owner }).
binding-cap = Deze categorie heeft haar maximum op { $link } van { $from } tot { $to }. Wat helpt: later vertrekken, of een hoger maximum (daarover beslist { $owner }).
binding-day-cap = Het maximum per dag voor deze categorie op { $pool } is bereikt. Wat helpt: wachten tot de volgende dag, een andere weg, of een hoger maximum (daarover beslist { $owner }).
binding-no-way = Er is geen open weg naar de bestemming. Wat helpt: herstel, of een andere vervoerswijze of bestemming.
binding-handling = De afhandeling bij { $place } is vol of vrijgehouden voor anderen. Wat helpt: wachten, een andere terminal, of een andere verdeelafspraak (daarover beslist { $owner }).
binding-units = Alles van { $pool } is in gebruik, vast verhuurd of voor anderen bestemd. Wat helpt: wachten tot er iets terugkomt, een andere wijze of plaats, of een andere verdeelafspraak (daarover beslist { $owner }).
binding-crews = { $pool }: allemaal aan het werk of voor andere categorieën bestemd. Wat helpt: wachten tot een herstel klaar is, een andere herstelvolgorde, meer ploegen, of een andere verdeelafspraak (daarover beslist { $owner }).
binding-quay-full = Het terrein bij { $place } staat vol militair materieel. Wat helpt: meer vertrekken, of het volgende schip naar een andere haven.
binding-crowd = Rond de trein bij { $place } staan mensen op het spoor en er is te weinig bewaking. Wat helpt: meer bewaking buiten het militaire object, of bijstand van Defensie (G2).
binding-convoy-hours = Op { $link } mogen rond { $from } geen colonnes rijden. Wat helpt: later vertrekken, of een andere weg of vervoerswijze.
binding-ceiling = Het dagplafond voor gevaarlijke stoffen op { $link } is bereikt. Wat helpt: wachten tot de volgende dag, of een andere weg.
way-out-later = Uitweg: vertrekken op { $time } ({ $delay } later); dan is er nog een pad vrij.
way-out-mode = Uitweg: over { $mode }, daar is nu ruimte; dat kost { $delay } meer reistijd.
way-out-mode-at-once = Uitweg: over { $mode }, daar is nu ruimte zonder langere reis.
way-out-port = Uitweg: naar { $place }, daar is een kade vrij; dat kost { $delay } meer reistijd over land.
way-out-port-at-once = Uitweg: naar { $place }, daar is een kade vrij en de weg naar de grens is niet langer.
way-out-units = Uitweg: wachten; op { $time } komt er iets terug van { $pool } (over { $delay }).
way-out-owner = Uitweg: { $owner } vragen om een andere verdeling van { $pool }; een afspraak duurt meestal { $delay }.
way-out-basis = Uitweg: { $what }. Daarvoor is { $basis } nodig van { $providers }; dat duurt ongeveer { $delay }.

## Effects, triggers and conditions, for the exercise lead

effect-damage = { $damage }: verlies { $loss }, ongeveer { $work } werk voor één ploeg ({ $crew }), hoogstens { $teams } tegelijk.
effect-damage-later = { $damage }: verlies { $loss }, ongeveer { $work } werk voor één ploeg ({ $crew }), hoogstens { $teams } tegelijk, herstel kan na { $lag } beginnen.
effect-impair = { $damage }: verlies { $loss }, { $lasts } lang.
effect-ship-earlier = { $ship } komt { $span } eerder.
effect-ship-later = { $ship } komt { $span } later.
effect-demand = Vraag naar vervoer voor { $class } wordt { $lasts } lang { $share } van gewoon.
effect-low-rhine = De Rijn staat laag: schepen laden { $lasts } lang { $share }.
effect-low-maas = De Maas staat laag: schepen laden { $lasts } lang { $share }.
effect-units-more = { $pool }: { $units } erbij.
effect-units-fewer = { $pool }: { $units } minder.
trigger-at = Op { $time }
trigger-with = Samen met inject { $inject }
trigger-after = { $span } na inject { $inject }
trigger-when = Zodra geldt: { $condition }
trigger-when-from = Zodra geldt: { $condition }, niet vóór { $time }
trigger-manual = Met de hand
condition-at-least = { $name } minstens { $value }
condition-at-most = { $name } hoogstens { $value }
condition-sent = inject { $inject } verstuurd
condition-from = { $time } of later
condition-not = niet ({ $condition })

## The window: bar on top, map, panels

shell-lens = Kleuren naar
shell-layers = Kaartlagen
shell-search = Zoek een plaats, lijn of transport
shell-nothing-found = Niets gevonden
shell-nothing-selected = Klik op de kaart om iets te bekijken
shell-show-all = Heel Nederland
shell-inspector = Details
shell-theme = Licht of donker
shell-text-size = Tekstgrootte
shell-clock-start = Naar het begin
shell-clock-back = Een stap terug
shell-clock-run = Start
shell-clock-pause = Pauze
shell-clock-step = Een stap verder
shell-clock-end = Naar het laatste moment
shell-copy-map = Kaart als afbeelding kopiëren
shell-zoom-in = Inzoomen
shell-zoom-out = Uitzoomen
clock-scenario-time = Scenariotijd
clock-play-time = Speelduur { $time }
clock-wall-time = Werkelijke tijd { $time }
clock-wall-short = Echt { $time }
clock-speed = Snelheid
clock-speed-real = Werkelijke tijd
clock-speed-quarter = Een kwartier per seconde
clock-speed-hour = Een uur per seconde
clock-speed-hours = { $hours } uur per seconde
clock-speed-day = Een dag per seconde
clock-step-hour = Een uur verder
clock-step-day = Een dag verder
clock-to-inject = Tot de volgende inject
clock-to-time = Naar een tijdstip…
clock-paused = Klok staat stil
clock-running = Klok loopt
clock-capped = Rekent zo snel als deze computer kan
clock-startex = STARTEX geven…
clock-endex = ENDEX geven…
clock-round = Ronde { $number }
clock-round-left = ronde { $number }: nog { $time }
clock-run-round = Doorrekenen
tab-inspector = Details
tab-injects = Injects
tab-board = Verdeelbord
tab-messages = Berichten
tab-decisions = Besluiten
tab-movements = Verplaatsingen
tab-repair = Herstel
tab-why = Waarom
tab-about = Over
tab-settings = Instellingen

## Map layers, legend, source line

layer-regions = Veiligheidsregio's
layer-water = Water
layer-neighbours = Buurlanden
layer-rail = Spoor
layer-road = Rijkswegen
layer-waterway = Vaarwegen
layer-pipeline = Pijpleidingen
layer-ports = Havens en terminals
layer-places = Plaatsen
layer-airports = Vliegvelden
layer-stations = Stations
layer-yards = Emplacementen
layer-borders = Grensovergangen
layer-load = Drukte op het net
layer-transports = Transporten
layer-incidents = Schade en storingen
layer-labels = Namen
legend-title = Legenda
legend-no-report = Geen bericht
legend-old-report = Bericht van { $time }
legend-load = Bezetting
legend-load-free = Ruimte
legend-load-busy = Druk
legend-load-full = Vol
legend-closed = Dicht
legend-damage = Schade of storing
legend-terminal = Terminal met wachtrij
legend-transport-military = Militair transport
legend-transport-civil = Burgertransport
legend-transport-stopped = Stilgezet transport
legend-ammunition = Munitietrein
legend-from-to = { $from } tot { $to }
map-credit = Kaart: { $sources }
map-scale = Schaal

## Inspector

inspector-region = Veiligheidsregio
inspector-population = Inwoners
inspector-stores = In voorraad
inspector-services = Vitale processen
inspector-report-now = Volgens het laatste bericht
inspector-report-at = Bericht van { $time }
inspector-no-report = Nog geen bericht ontvangen
inspector-why = Waarom
inspector-limited-by = Wat het begrenst
inspector-need = Tekort
inspector-kind = Soort
inspector-mode = Vervoerswijze
inspector-from = Van
inspector-to = Naar
inspector-length = Lengte
inspector-transit = Reistijd
inspector-capacity = Capaciteit
inspector-capacity-normal = Gewone capaciteit
inspector-booked = Geboekt dit uur
inspector-free = Vrij dit uur
inspector-direction = Richting { $place }
inspector-handling = Afhandeling
inspector-queue = Wachtrij
inspector-ships = Schepen aan de kade
inspector-ashore = Materieel op de kade
inspector-safe-haven = Veilig spoor voor munitie
inspector-berths-roro = Roroligplaatsen
inspector-berths-container = Containerligplaatsen
inspector-berths-bulk = Ligplaatsen droge lading
inspector-berths-tanker = Tankerligplaatsen
inspector-tracks-740 = Sporen van 740 m
inspector-accepts = Neemt het buurland over, per richting
inspector-a-day = { $count } per dag
inspector-train-length = Langste trein
inspector-axle-load = Zwaarste aslast
inspector-wire = Bovenleiding
inspector-dangerous = Plafond gevaarlijke stoffen
inspector-trains-a-day =
    { $count ->
        [one] 1 trein per dag
       *[other] { $count } treinen per dag
    }
inspector-tunnel = Tunnel, gesloten voor gevaarlijke stoffen
inspector-convoys = Militaire colonnes mogen erin
inspector-convoy-hours = van { $from } tot { $to } uur
inspector-lock = Met sluis
inspector-gauge = Aflading hangt af van
inspector-gauge-rhine = de stand van de Rijn
inspector-gauge-maas = de stand van de Maas
inspector-damage = Schade en storingen
inspector-damage-loss = Verlies
inspector-damage-work = Werk te gaan
inspector-damage-crews = Ploegen aan het werk
inspector-damage-waits = Herstel kan beginnen op { $time }
inspector-damage-ends = Voorbij op { $time }
inspector-owner = Beheerder
inspector-pool = Schaarse capaciteit
inspector-class = Categorie
inspector-cargo = Lading
inspector-phase = Stand
inspector-since = Sinds
inspector-departed = Vertrokken
inspector-arrives = Komt aan
inspector-waits-for = Wacht op
inspector-movement = Verplaatsing
inspector-personnel = Militairen
inspector-nation = Land
inspector-pieces = Materieel
inspector-piece-kind = Soort materieel
inspector-delivered = Over de grens
inspector-due = Uiterlijk
inspector-late = Te laat
inspector-on-time = Op tijd
inspector-completed = Volledig over de grens op { $time }
inspector-shares = Verdeling
inspector-on-hold = Vertrekken stilgelegd
inspector-source = Bron
inspector-confidence = Zekerheid
confidence-a = A: gemeten of officieel gepubliceerd
confidence-b = B: uit de pers of afgeleid
confidence-c = C: eigen schatting
inspector-corrected = Aangepast door de oefenleiding
inspector-correct = Cijfer aanpassen…

## Injects and their editor

inject-list = Injects
inject-shelf = Achter de hand
inject-over = Verstuurd of overgeslagen
inject-empty = Geen injects
inject-next = Volgende inject
inject-code = Code
inject-title = Titel
inject-text = Tekst voor de ontvangers
inject-sender = Afzender
inject-receivers = Ontvangers
inject-channel = Kanaal
inject-state = Stand
inject-moment = Moment
inject-trigger = Wanneer
inject-effects = Gevolgen
inject-effect-after = Gevolgen na { $span }
inject-objectives = Oefendoelen
inject-expected = Verwachte actie
inject-question = Vraag voor waarnemers
inject-staff-note = Aantekening voor de staf
inject-dutch = Nederlands
inject-english = Engels
inject-fire = Nu versturen
inject-hold = Aanhouden
inject-release = Vrijgeven
inject-move = Verzetten…
inject-skip = Laten vervallen…
inject-invent = Nieuwe inject…
inject-add = Toevoegen
inject-preview = Wat dit zou doen
inject-no-effects = Geen gevolgen, alleen een bericht
inject-add-effect = Gevolg toevoegen…
inject-effect-damage = Schade die hersteld moet worden
inject-effect-impair = Hinder die vanzelf overgaat
inject-effect-ship = Schip eerder of later
inject-effect-demand = Meer of minder vraag
inject-effect-units = Meer of minder van een schaarse capaciteit
inject-field-target = Wat geraakt wordt
inject-field-kind = Soort
inject-field-loss = Verlies in procenten
inject-field-work = Werk in uren
inject-field-crews = Herstelploegen
inject-field-crews-max = Ploegen tegelijk
inject-field-lasts = Duur in uren
inject-field-at = Tijdstip
inject-confirm-fire = Inject { $inject } nu versturen?
inject-confirm-skip = Inject { $inject } laten vervallen?

## Allocation board

board-title = Verdeelbord
board-ledger = Verdeelstaat
board-pool = Schaarse capaciteit
board-claim = Aanvraag
board-class = Categorie
board-owner = Beslist door { $owner }
board-asked = Gevraagd
board-granted = Toegekend
board-used = Gebruikt
board-refused = Geweigerd
board-minimum = Minimum
board-maximum = Maximum
board-per-day = Per dag
board-reserved = Vrijgehouden voor één verplaatsing
board-reserve-for = Houd vrij voor…
board-reserve-drop = Vervalt
panel-reserved-means = Anderen krijgen deze plaatsen niet, ook niet uit dezelfde categorie; ze tellen mee in het minimum van de categorie
board-no-limit = Geen
board-order = Verdringingsvolgorde
board-order-up = Eerder aan de beurt
board-order-down = Later aan de beurt
board-reason = Reden
board-starts = Ingangsmoment
board-starts-now = Meteen
board-until = Tot
board-until-revoked = Tot nader order
board-policy = Verdeelafspraak
board-policy-default = Gewone verdeelafspraak
board-policy-since = Verdeelafspraak van { $time }
board-limits = Wat meer dan eigen bevoegdheid vraagt
board-capacity = Ruimte op het smalste deel: { $amount }
board-set = Vaststellen…
board-reset = Terug naar de gewone afspraak
board-changes = Wat verandert
board-no-changes = Geen wijziging
board-forecast = Verwachting voor 72 uur
board-binding = Waarom geweigerd
board-period-hour = Dit uur
board-period-day = Vandaag
board-period-all = Sinds het begin
board-as-role = Namens
board-for-whom = Rol

## Movements and repair

movement-title = Verplaatsingen
movement-plan = Verdeling vaststellen…
movement-stop = Vertrekken stilleggen
movement-resume = Vertrekken hervatten
movement-progress = { $delivered } van { $pieces } over de grens
movement-none = Geen verplaatsingen in dit scenario
repair-title = Herstel
repair-none = Geen schade of storingen
repair-crews = { $teams } aan het werk, { $free } van { $total } vrij
repair-earlier = Eerder
repair-later = Later
repair-expected = Klaar rond { $time }

## Messages, decisions, timeline

messages-title = Berichten
messages-empty = Nog geen berichten; ze komen hier binnen zodra de tijd loopt
messages-from = Van { $sender }
messages-to = Aan { $receivers }
messages-unread =
    { $count ->
        [one] 1 nieuw bericht
       *[other] { $count } nieuwe berichten
    }
decision-title = Besluiten
decision-none = Nog geen besluiten
decision-new = Nieuw besluit…
decision-picture = Beeld
decision-judgement = Oordeel
decision-decision = Besluit
decision-waiting = Gaat in op { $time }
decision-refused = Geweigerd
decision-confirm = Besluit vastleggen
timeline-title = Tijdlijn
timeline-injects = Injects
timeline-decisions = Besluiten
timeline-movements = Verplaatsingen
timeline-disruptions = Storingen
timeline-thresholds = Overschrijdingen
timeline-bookmarks = Bladwijzers
timeline-closer = Dichterbij
timeline-further = Verder weg
timeline-earlier = Vroeger
timeline-later = Later
clock-next-event = Naar de volgende gebeurtenis
clock-event-before = Naar de vorige gebeurtenis
clock-bookmark = Bladwijzer hier
timeline-bookmark-here = Bladwijzer
timeline-planned = Gepland
timeline-past = Geweest
replay-title = Terugkijken
replay-live = Terug naar nu
replay-at = U kijkt terug naar { $time }
variant-title = Variant
variant-new = Variant vanaf hier…
variant-compare = Varianten vergelijken…

## Start screen

start-title = Kies een oefening
start-new = Nieuwe oefening…
start-open = Opname openen…
start-continue = Verdergaan met { $name }
start-scenarios = Scenario's
start-recordings = Opnamen
start-no-recordings = Nog geen opnamen
start-begins = Begint op { $time }
start-length = Duurt { $span }
start-language = Taal
start-marking = Rubricering
start-place = Opname bewaren als
start-begin = Beginnen
start-quit = Afsluiten
start-notice = Voer geen echte routes, zwakke plekken of persoonsgegevens in. Alles is oefening; in een echt noodgeval geldt NO PLAY en stopt de oefening.
start-notice-agree = Begrepen
start-loading = Land en scenario worden gelezen…

## About and sources

about-title = Over Doorvoerland
about-what = Oefensimulator voor crisisorganisaties: dezelfde havens, treinpaden, ploegen en bedden zijn nodig voor de samenleving en voor bondgenoten op doorvoer.
about-version = Versie { $version }
about-licence = Licentie
about-sources = Bronnen
about-source-line = { $title }, { $publisher } ({ $year })
about-figures = Elk cijfer heeft een bron en een zekerheid: A gemeten of officieel, B uit de pers of afgeleid, C eigen schatting.
about-public = Alleen openbare gegevens op het niveau van regio's. Ligging van munitiekaden, aantallen bewakers en veiligheidsafstanden zijn verzonnen.
about-map = Kaartgegevens

## Settings

settings-title = Instellingen
settings-language = Taal
settings-language-nl = Nederlands
settings-language-en = English
settings-theme = Kleuren
settings-theme-light = Licht
settings-theme-dark = Donker
settings-text-size = Tekstgrootte
settings-text-larger = Grotere tekst
settings-text-smaller = Kleinere tekst
settings-percent = { $percent } %

## Notices and errors

notice-request-lapses = het verzoek van { $from } aan { $to } vervalt op { $time }. Aan zet: { $role }.
notice-recording = Opname loopt: { $name }
notice-recording-stopped = De opname is gestopt, er kan niets meer besloten worden. Bewaar de oefening op een andere plaats en ga daar verder.
notice-save-elsewhere = Elders bewaren…
notice-disk-full = De schijf is vol. Maak ruimte of bewaar de oefening elders.
notice-torn = De laatste regel van de opname was niet af en is weggelaten. Wat daarvoor staat is volledig.
notice-damaged = De opname is beschadigd op regel { $line }. Alles daarvoor is leesbaar; daarna is niets geraden.
notice-damaged-no-more = Deze opname is beschadigd en kan niet verder. Bekijk haar, of maak een variant vanaf het laatste leesbare moment.
notice-unsealed = De opname is niet afgesloten, zij is volledig tot hier.
notice-sealed = Deze opname is afgesloten, er kan niets meer bij.
notice-in-use = Een ander programma of venster gebruikt deze opname. Sluit dat eerst.
notice-exists = Er is al een bestand met deze naam, het blijft zoals het is. Kies een andere naam.
notice-not-a-recording = Dit bestand is geen opname van Doorvoerland.
notice-not-a-file = Dit is een map of apparaat, geen bestand.
notice-empty = In dit bestand is niets opgenomen.
notice-newer-format = Deze opname is gemaakt met een nieuwere versie van het programma. Gebruik die versie.
notice-older-format = Deze opname is gemaakt met een oudere versie van het programma. Gebruik die versie.
notice-other-rules = Deze opname is gemaakt met andere rekenregels: zij wordt getoond zoals zij was en niet opnieuw doorgerekend.
notice-cannot-read = { $file } kan niet gelezen worden: { $why }
notice-cannot-write = { $file } kan niet geschreven worden: { $why }
notice-lesson-paused = De tijd staat stil; met de spatiebalk gaat de les verder.
notice-lesson-waits = De les wacht op u en de tijd staat stil. Hij gaat verder zodra de stap gedaan is, of met de spatiebalk.
notice-ready = De klok staat stil. Start hem met STARTEX, bovenaan, of met de spatiebalk.
lesson-step = { $title } · stap { $number } van { $of }
lesson-skip = Sla deze stap over
notice-report = Het rapport staat in { $file }; open het in een browser.
notice-scenario-faults =
    { $count ->
        [one] Het scenario heeft 1 fout.
       *[other] Het scenario heeft { $count } fouten.
    }
notice-copied = Gekopieerd
notice-saved = Bewaard als { $file }
notice-no-display = Er is geen beeldscherm. Gebruik "doorvoerland run" om zonder venster te rekenen.
notice-no-graphics = Er is geen bruikbaar grafisch stuurprogramma. Installeer er een, ook software mag, of gebruik "doorvoerland run".
notice-quit = De oefening is bewaard. Afsluiten?

## Report of a run

report-marking = OEFENING · { $marking }
report-scenario = Scenario
report-period = Periode
report-seed = Toevalsgetal
report-build = Programma
report-file = Rapport
report-file-write = Rapport maken
report-file-writing = Rapport wordt gemaakt
report-file-means = Eén bestand voor de browser of de printer, tot het moment op het scherm: uitkomst, kaarten, verloop, besluiten en evaluatie. Het komt naast de opname te staan.
report-result = Uitkomst
report-movement = Verplaatsing
report-pieces = Stuks
report-delivered = Over de grens
report-due = Uiterste moment
report-complete = Compleet
report-open = nog niet
report-objectives = Doelen
report-met = gehaald
report-not-met = niet gehaald
report-for-observers = aan de waarnemers
report-maps = Kaarten
report-map = De stand op { $time }.
report-map-worst = Het zwaarste moment: { $time }. In dit uur misten de meeste inwoners het meest.
report-stands = Munitietreinen die stilstonden
report-stands-means = De veiligheidsafstand is fictief en volgt uit de lading. Wie het moest weten en wanneer die het wist, staat erbij.
report-stand-train = Trein
report-stand-place = Waar
report-stand-time = Van, tot
report-stand-distance = Afstand
report-stand-people = Mensen binnen de afstand
report-stand-crowd = Toeloop (meeste)
report-stand-told = Wie wist het wanneer
report-stand-sheltered = { $place } (veilig spoor)
report-stand-still = { $from } tot nu
report-stand-metres = { $metres } m
report-stand-knew = { $role } { $time }
report-stand-not-told = { $role } wist het niet
report-timeline = Verloop
report-time = Moment
report-kind = Soort
report-what = Wat
report-left-out =
    { $count ->
        [one] Eén regel over vitale processen is weggelaten.
       *[other] { $count } regels zijn weggelaten, het eerst die over vitale processen. Alles staat in de opname.
    }
report-ledger = Verdeelstaat
report-ledger-means = Gevraagd, toegekend, gebruikt en geweigerd over de hele periode, per schaarse capaciteit en categorie. Een transport dat in drie uren werd geweigerd, telt drie keer bij gevraagd en bij geweigerd. Treinpaden, wegen en vaarwegen tellen transporten, kaden en terminals tellen verladingen, herstelploegen tellen ploegen, eens per uur.
report-pool = Schaarse capaciteit
report-class = Categorie
report-asked = Gevraagd
report-granted = Toegekend
report-used = Gebruikt
report-refused = Geweigerd
report-possible = Wat er mogelijk was
report-possible-not = Niet berekend. De bovengrens kost rekentijd en wordt alleen op verzoek bepaald: doorvoerland replay OPNAME --report VERSLAG --bound.
report-possible-means = Hoogstens mogelijk is een bovengrens: met de treinpaden, wegen, vaarwegen, kaden, schepen en vloten zoals zij er in deze oefening waren, na schade en herstel, had geen enkele verdeling meer bereikt. Wie de bovengrens haalt, heeft alles vooraf geweten en is door geen wet, afspraak of volgorde gebonden; misschien haalt niemand hem. Elke regel staat op zichzelf: beide tegelijk hoeft niet te kunnen. Zonder besluiten is dezelfde oefening met dezelfde injects en correcties van de staf, maar zonder één besluit van een speler. Waar herstel dan sneller ging, telt de bovengrens met de ruimste van de twee; wat een nog andere volgorde van herstel had opgeleverd, telt niet mee.
report-outcome = Uitkomst
report-nothing = Zonder besluiten
report-reached = Bereikt
report-at-most = Hoogstens mogelijk
report-pieces-in-time = Militaire stuks op tijd over de grens
report-civil-left = Burgertransporten vertrokken
report-more = Wat één eenheid meer waard was
report-more-means = Zoveel gaat de bovengrens hoogstens omhoog als er de hele oefening één meer was geweest. Alleen wat het meest beloofde is doorgerekend.
report-more-none = Bij niets van wat is doorgerekend had één eenheid meer de bovengrens verhoogd: de hoeveelheid was daar niet de grens.
report-more-of = Eén meer
report-more-slot = { $units } op { $what }
report-more-move = 1 verlading per uur op { $what }
report-more-set = 1 stel: { $what }
report-sources = Bronnen en verantwoording
report-sources-means = Dit was een oefening: eenheden, schepen, tijden en incidenten zijn verzonnen. De cijfers over het land komen uit openbare bronnen of zijn schattingen; bij elk cijfer staat in het programma de bron en hoe zeker het is. De kaart is gemaakt van:

timeline-inject = bericht
timeline-decision = besluit
timeline-movement = verplaatsing
timeline-damage = schade
timeline-process = vitaal proces

report-result-movements = Stand { $time }: { $delivered } van { $pieces } stuks over de grens; van { $due } stuks is het uiterste moment voorbij.
report-result-pieces = Op tijd over de grens: { $reached } van { $asked } stuks; hoogstens mogelijk { $most }, zonder besluiten { $nothing }.
report-result-civil = Burgertransporten vertrokken: { $reached } van { $asked }; hoogstens mogelijk { $most }, zonder besluiten { $nothing }.
report-result-delay = Burgervervoer wachtte samen { $hours } uur; { $count ->
        [0] geen enkel transport is afgelast.
        [one] één transport is afgelast.
       *[other] { $count } transporten zijn afgelast.
    }
report-result-unmet = Onvervulde behoefte van inwoners: { $days } gewogen persoonsdagen.
report-result-damages = { $count ->
        [0] Alle schade is hersteld
        [one] Eén schade staat open
       *[other] { $count } schades staan open
    }; munitietreinen stonden { $hours } uur stil op een plaats waar dat niet hoort.
report-result-decisions = { $count ->
        [one] Eén besluit
       *[other] { $count } besluiten
    }, waarvan { $automatic } door automatische spelers; { $injects ->
        [one] één inject
       *[other] { $injects } injects
    } verstuurd.

## Automatic players

auto-refused = { $class } kwam tekort op { $pool }: { $count } keer geweigerd in zes uur
auto-behind = { $class } op { $pool } loopt achter op de datum en is { $count } keer geweigerd in zes uur; eerste levensbehoeften komen niet tekort
auto-civil-short = Eerste levensbehoeften of medisch vervoer kwam tekort op { $pool }, { $count } keer geweigerd in zes uur: terug naar de gewone verdeling
auto-served = Op { $pool } is de extra ruimte niet meer nodig
auto-asks-room = { $class } op { $pool } loopt achter op de datum en is { $count } keer geweigerd in zes uur: verzoek om meer ruimte
auto-asks-basis = { $class } op { $pool } loopt achter op de datum en is { $count } keer geweigerd in zes uur; meer ruimte vraagt { $basis }
auto-offers-pay = { $class } op { $pool } loopt achter op de datum en is { $count } keer geweigerd in zes uur: verzoek om meer ruimte tegen betaling van { $offer } duizend euro
auto-agrees = Op { $pool } kan het: eerste levensbehoeften en medisch vervoer komen niet tekort
auto-unpaid = Op { $pool } gaan vaste klanten voor; tegen betaling van ongeveer { $offer } duizend euro valt erover te praten
auto-price = Ruimte op { $pool } kost { $offer } duizend euro: zoveel is er in zes uur geweigerd
auto-part = Op { $pool } kan niet alles, dit deel kan wel
auto-accepts = Dit geeft ruimte op { $pool }
auto-no-room = Dit geeft geen ruimte op { $pool }
auto-too-dear = Dit is te duur: ruimte op { $pool } is nu hoogstens { $offer } duizend euro waard
auto-ended = Het gevraagde tijdvak op { $pool } is al voorbij
auto-no-basis = Op { $pool } mag dit niet zonder verdere grondslag
auto-civil-first = Eerste levensbehoeften en medisch vervoer gaan voor op { $pool }; { $count } keer geweigerd in zes uur
auto-room-left = Er was in de laatste zes uur nog ruimte voor { $class } op { $pool }
auto-too-heavy = { $basis } is te zwaar voor gewoon vervoer op { $pool }
auto-gives-basis = { $class } vindt op { $pool } geen ruimte meer: { $basis } wordt verleend
auto-no-path-left = { $movement } loopt achter op de datum en zes uur lang was er geen treinpad over
auto-most-people = Het meest getroffen: { $what }, naar schatting { $count } mensen
auto-waits = { $movement }: vertrek per { $from } wacht al { $hours } uur, per { $to } is ruimte

## Command line

cli-error = fout: { $text }
cli-output-failed = de uitvoer kan niet worden geschreven
cli-io-not-found = bestaat niet, kijk de naam na
cli-io-no-right = geen toegang, kijk de rechten na of kies een andere plaats
cli-io-exists = dit bestand bestaat al en blijft zoals het is
cli-io-no-folder = er staat een bestand waar een map hoort, of andersom
cli-io-full = de schijf is vol, maak ruimte of kies een andere plaats
cli-io-other = lukt niet, het systeem meldt "{ $said }"
cli-disk-full = de schijf is vol
cli-file-exists = dit bestand bestaat al, kies een andere naam of gebruik --force
cli-file-is-folder = dit is een map, noem een bestand
cli-file-is-device = dit is een apparaat of iets anders dat geen gewoon bestand is, noem een bestand
cli-recording-locked = de opname is in gebruik door een ander programma of venster
cli-recording-no-file = dit is een map of een apparaat, geen opname
cli-recording-empty = in dit bestand is niets opgenomen
cli-recording-none = dit bestand is geen opname
cli-recording-format = de opname heeft formaat { $found } en dit programma leest formaat { $known }: gebruik de versie die hem maakte of een nieuwere
cli-recording-too-large = de opname wordt groter dan { $limit } MB
cli-recording-damaged = de opname is beschadigd en wordt niet voortgezet, { $damage }
cli-recording-sealed = de opname is afgesloten, er kan niets bij
cli-recording-stopped = de opname is gestopt: { $why }. Alles tot hier is veilig; zorg voor ruimte en ga verder met "doorvoerland continue"
cli-recording-no-beginning = de opname heeft geen compleet begin: het programma stopte voordat de oefening erin stond, begin opnieuw
cli-recording-other-rules = de opname is gemaakt onder regels { $found } en dit programma kent regels { $own }: hij is te controleren, niet voort te zetten
cli-recording-diverges = de opname herhaalt zichzelf niet (regel { $line }) en wordt niet voortgezet
cli-recording-part = een deel van de opname ({ $part }) is niet te lezen: { $said }
cli-damage = regel { $line }: { $what }
cli-damage-editor = een ander programma heeft de regeleinden of het begin veranderd
cli-damage-bytes = hier staan tekens die niet in een opname kunnen staan
cli-damage-layout = dit is geen regel van een opname
cli-damage-number = nummer { $found } staat waar { $expected } hoort: er zijn regels weg, bij of verwisseld
cli-damage-hash = de tekst past niet bij zijn controlegetal: de regel is veranderd
cli-damage-header = dit is niet het begin van een opname
cli-damage-seal = er staat iets na de afsluiting
cli-damage-content = de inhoud wordt niet begrepen: { $message }
cli-map-broken = de ingebouwde kaart is beschadigd, installeer het programma opnieuw
cli-built-in = Ingebouwd: { $names }
cli-check-fine = { $path }: in orde. Scenario { $code }, { $days ->
        [one] één dag
       *[other] { $days } dagen
    }, { $injects ->
        [one] één inject
       *[other] { $injects } injects
    }, { $movements ->
        [one] één verplaatsing
       *[other] { $movements } verplaatsingen
    }.
cli-check-faults =
    { $count ->
        [one] { $path }: één fout.
       *[other] { $path }: { $count } fouten.
    }
cli-no-window = deze uitvoering van het programma heeft geen venster
cli-plays-itself = Geen venster: { $why }. De oefening speelt zichzelf, met automatische spelers.
cli-run-title = OEFENING · { $marking } · { $title }
cli-run-recording = Opname
cli-report-written = Verslag
cli-export-written = Vervoerslaag
cli-map-written = Kaart
cli-replay-damaged = Beschadigd, { $damage }. Getoond wordt alles ervoor, tot { $time }
cli-replay-beyond = de opname gaat tot { $end }, { $at } ligt daarna
cli-bound-too-large = de bovengrens is niet te berekenen: de getallen van deze oefening zijn te groot
cli-moment-bad = "{ $text }" is geen moment, schrijf "D+2 14:30" of "H+62" ({ $why })
cli-moment-before = { $text } ligt voor het begin van de oefening, { $start }
cli-continue-torn = De laatste regel was half geschreven en telt niet mee ({ $bytes } bytes, bewaard in .torn zodra er verder gespeeld wordt)
cli-continue-closed = Afgesloten op { $time }, gespeeld { $played }
cli-continue-at = Gestopt op { $time }, gespeeld { $played }
cli-continue-from = Verder vanaf { $time } ({ $date }), { $commands ->
        [0] nog geen besluit.
        [one] na één besluit.
       *[other] na { $commands } besluiten.
    }
cli-verify-fine = In orde, { $ending }, tot { $time }; { $commands ->
        [one] één besluit
       *[other] { $commands } besluiten
    }, { $digests ->
        [one] één stand
       *[other] { $digests } standen
    } nagerekend en gelijk
cli-verify-other-rules = De regels van het bestand zijn in orde, { $ending }, tot { $time }; niet nagerekend: gemaakt onder regels { $rules }
cli-verify-damaged = BESCHADIGD, { $damage }. Alles ervoor is in orde
cli-verify-diverges = WIJKT AF op { $time }, regel { $line }: { $tables }
cli-verify-no-beginning = Compleet tot hier ({ $entries ->
        [one] één regel
       *[other] { $entries } regels
    }), maar gestopt voordat de oefening erin stond
cli-verify-unread = { $count } van { $total } niet gecontroleerd
cli-ending-sealed = afgesloten
cli-ending-open = compleet tot hier, niet afgesloten
cli-ending-torn = compleet tot hier, een half geschreven laatste regel van { $bytes } bytes telt niet mee

## Views: map, inspector, repair, movements

layer-queues = Kades en wachtrijen
legend-old = Bericht ouder dan 2 uur
legend-class-from = { $name }, vanaf { $share }
hover-report = Bericht van
inspector-of = { $part } van { $whole }
inspector-at = Staat bij
inspector-delay = Wachttijd
inspector-leaves-soon = Er is ruimte, vertrekt binnenkort
why-not-told = De oorzaak is nog niet gemeld.
event-message = Bericht van { $sender }.
clock-speed-minutes =
    { $minutes ->
        [one] 1 minuut per seconde
       *[other] { $minutes } minuten per seconde
    }
repair-about = Nog ongeveer { $span }
repair-longer = Duurt langer dan geschat
repair-by-itself = Gaat vanzelf over
repair-waits-busy = Wacht: alle ploegen werken aan wat voorgaat
repair-waits-cap = Wacht: voor { $class } geldt een maximum van { $teams } tegelijk, en dat is bereikt
repair-waits-kept = Wacht: wat vrij is ({ $teams }) is gereserveerd voor andere categorieën
repair-waits-none = Wacht: er is geen enkele ploeg
repair-waits-begin = Wacht: de ploegen worden verdeeld
movement-outlook-on-time = In dit tempo klaar op { $day }, op tijd
movement-outlook-late = In dit tempo klaar op { $day }, te laat
movement-outlook-unknown = De laatste 24 uur ging niets over de grens
layer-flow = Stromen per categorie
legend-flow-rail = { $count } treinen per uur
legend-flow-road = { $count } voertuigen per uur
legend-flow-water = { $count } schepen per uur
legend-flow-pipeline = { $count } partijen per uur
legend-bar-queue = Werk bij terminal
legend-bar-waiting = Stilstaande transporten
legend-bar-quay = Materieel op de kade
legend-bar-berths = Kades bezet
legend-more = Alle tekens ({ $count } meer)
inspector-flow = Per uur, laatste drie uur
inspector-route = Route
inspector-route-planned = Route die het wil nemen

## Panelen

tab-log = Verloop
log-all = Alles
log-empty = Er is nog niets gebeurd
log-kind-inject = Berichten
log-kind-decision = Besluiten
log-kind-damage = Schade
log-kind-level = Voorzieningen
log-kind-network = Verbindingen
log-kind-transport = Transporten
notice-refused = Niet uitgevoerd:
panel-reason-first = Vul eerst een reden in
repair-moved-earlier = { $times ->
    [one] één keer naar voren gezet
   *[other] { $times } keer naar voren gezet
}
repair-moved-later = { $times ->
    [one] één keer naar achteren gezet
   *[other] { $times } keer naar achteren gezet
}
panel-aboard = Aan boord
panel-under-way = Onderweg
panel-sets = { $free } van { $total } vrij, { $sent } stuks verstuurd
panel-plan-heading = Verdeling over de routes
panel-shares-sum = De delen zijn samen { $sum } %, dat moet 100 % zijn
panel-starts = Gaat in op { $time }
panel-move-there = Naar dit moment verzetten
panel-skip-yes = Laten vervallen
panel-new-inject = Nieuwe inject
panel-inject-needs = Nodig: code, titel, tekst en afzender
panel-target-process = Een voorziening in een regio
panel-target-edge = Een verbinding
panel-target-terminal = Een terminal
panel-process = Voorziening
panel-edge = Verbinding
panel-terminal = Terminal
panel-ship = Schip
panel-hours-later = Uren later (min is eerder)
panel-demand-percent = Vraag, procent van gewoon
panel-units-more = Hoeveel meer (min is minder)
panel-all-pools = Alle schaarse capaciteit
panel-my-pools = U beslist hierover
panel-search-pool = Zoek op naam of beslisser
panel-waiting-refused = { $waiting } wacht, { $refused } geweigerd
panel-own-policy = eigen verdeelafspraak van kracht
panel-ledger-day = Laatste 24 uur, aantal aanvragen
panel-waits = Wacht
panel-divide = Anders verdelen
panel-not-allowed = Mag niet. { $why }
panel-allowed = Dit mag
panel-allowed-reason = Dit mag; vul nog een reden in
panel-no-limit-means = – betekent geen maximum; minimum en maximum per uur of tijdvak
panel-at-moment = Op een moment
panel-until-moment = Tot een moment
panel-given-up = Vervallen transporten
panel-civil-delay = Wachturen burgervervoer
panel-forecast-without = Zonder
panel-forecast-with = Met besluit
panel-delivered = Stuks over de grens
panel-forecast-means = Schatting met wat u nu weet, zonder nieuwe gebeurtenissen
panel-unfinished = Niet afgemaakt
panel-recording-place = Opname openen, plaats van het bestand
settings-seat = Dit scherm
settings-looks-as = Wie zit hier
settings-seat-means = Een rol die hier zit, wordt niet automatisch gespeeld en ziet alleen wat zij mag weten
settings-public = Gedeeld beeld voor iedereen
settings-automatic = Rollen zonder speler
settings-automatic-on = Automatisch laten spelen
settings-automatic-means = Automatische spelers nemen elk uur rustige, uitlegbare besluiten; die staan in het verloop
settings-bookmark = Nieuwe bladwijzer op dit moment
settings-end-sure = De oefening eindigt en de opname wordt afgesloten. Daarna kan er alleen nog worden teruggekeken
settings-end-yes = ENDEX, afsluiten
settings-keys = Toetsen

timeline-more =
    { $count ->
        [one] en nog 1
       *[other] en nog { $count }
    }

## Pools: what there is, who has it, how it went

pool-stands-held = { $free } van { $total } vrij
pool-stands-stock = { $left } in voorraad
pool-exists = Er zijn er
pool-free = Nu vrij
pool-lent-to = Uitgeleend aan { $class }
pool-work-for = Aan het werk voor { $class }
pool-contract-of = Vast contract van { $class }
pool-in-store = In voorraad
pool-brought-in = Aanvoer per dag
pool-used-day = Verbruikt in 24 uur
pool-lasts = Gaat in dit tempo nog mee
pool-lasts-on = Onbeperkt, aanvoer houdt het bij
pool-returns = Komt terug
pool-return = { $count } van { $class }
chart-title = De laatste drie dagen, per drie uur
chart-name = Gevraagd in de laatste drie dagen, hoogste kolom { $most }
chart-column = Vanaf { $time } drie uur lang { $asked } gevraagd, { $granted } toegekend, { $used } gebruikt, { $refused } geweigerd
chart-nothing = Nog niets gevraagd
board-everywhere = Het hele land
board-only-scarce = Alleen waar iets wacht of geweigerd is
board-lawful-order = Volgorde die geldt als niemand besluit
board-not-allowed = Wat niemand hier mag
board-rests-on = Rust op { $basis }

## Requests between roles, legal bases, urgent transport

tab-measures = Maatregelen
tab-requests = Verzoeken
request-title = Verzoeken
request-none = Nog geen verzoeken
request-from-to = { $from } aan { $to }
request-why = Reden van { $who }: { $reason }
request-open-since = Gevraagd op { $time }, al { $span } open
request-overdue = Ligt er langer dan een afspraak gewoonlijk kost
request-agreed = Instemming van { $who } op { $time }: { $reason }
request-declined = Afgewezen door { $who } op { $time }: { $reason }
request-lapsed = Vervallen op { $time }: niemand antwoordde op tijd
request-turn = { $role } is aan zet; zonder antwoord vervalt dit op { $time }
request-earlier = Eerder, { $who } op { $time }: { $terms }. Reden: { $reason }
request-hindered = Instemmen kan nu niet: { $why }
request-agree = Instemmen
request-decline = Afwijzen
request-counter = Tegenvoorstel
request-counter-send = Tegenvoorstel doen
request-counter-means = Verander wat anders moet; de ander is dan aan zet
request-payment-field = Betaling door { $from } in duizend euro
request-to-board = Naar het verdeelbord
request-paid = Tot nu toe toegezegd: { $amount } duizend euro
request-offer-field = Aanbod in duizend euro
request-usual-price = Gewoonlijke prijs: { $price } euro voor elke aanvraag die in zes uur geweigerd is
request-ask-owner = Vragen aan { $owner }
panel-ask-divide = Vragen om een andere verdeling
basis-is = Nodig: { $basis }
basis-provide = Grondslag geven namens { $role }
basis-ask = Vragen aan { $role }
basis-yours = Grondslagen die u kunt geven
designate-title = Urgent militair vervoer
designate-done = ✔ { $role } heeft aangewezen
designate-not-yet = ○ { $role } heeft nog niet aangewezen
designate-as = Als urgent aanwijzen namens { $role }
needs-how-to-ask = Vragen kan op het verdeelbord: open iets waarover een ander beslist.
needs-provider = { $providers } kan dit geven; het duurt ongeveer { $delay }.
needs-providers = { $providers } moeten dit samen geven; het duurt ongeveer { $delay } nadat de laatste instemt.
needs-not-given = Nog door niemand gegeven.
needs-part-given = Gegeven door { $given }; nog nodig: { $missing }.
needs-in-force = Gegeven door { $providers } en van kracht.
needs-in-force-from = Gegeven door { $providers }; van kracht vanaf { $time }.
needs-owner-too = Ook wie erover beslist mag dit nu niet: { $why }
needs-designation = Nog nodig: aanwijzing door { $missing }. Tot dan rijdt dit als gewoon militair transport.
needs-designated = Aangewezen: dit rijdt als urgent militair transport.
needs-no-designator = In deze oefening kan niemand dit aanwijzen.
needs-order = op { $count } van { $total } spoorroutes gaat urgent militair vervoer nog niet vóór overige goederen; dat moet { $owner } op het verdeelbord besluiten.
needs-no-path-left = Burgertransport maakt alleen plaats als er geen pad meer vrij is; dat wordt geteld.

## The sheet of figures

tab-figures = Cijfers
figures-search = Zoek op plaats, verbinding, soort of bron
figures-found = { $shown } van { $found } gevonden cijfers, { $total } in het geheel
figures-of-this = Cijfers en bronnen ({ $figures })
figures-means = Wie een cijfer wil betwisten, vraagt de oefenleiding
figures-source = { $title }, { $publisher }, { $year }
figures-changed = In deze oefening { $value }: { $reason }
figures-rules = Rekenregels
figure-population = inwoners
figure-beds = ziekenhuisbedden
figure-intensive-care = intensivecarebedden
figure-emergency-departments = spoedeisende hulpen
figure-firefighters = brandweermensen
figure-growth = groei van de bevolking, duizendsten
figure-restart = herstart, deel per uur
figure-endurance = houdt het vol zonder aanvoer, uren
figure-refill = weer aangevuld in, uren
figure-beta = deel van de voorraad waaronder het begint te werken
figure-depth = deel dat uitvalt zonder aanvoer
figure-delay = duur tot de grondslag geldt, uren
figure-handling = verladingen per uur
figure-storage = militaire stuks die er kunnen staan
figure-berths = ligplaatsen
figure-tracks = sporen van 740 m
figure-slots = ruimte per tijdvak en richting
figure-speed = snelheid, km/u
figure-max-train = langste trein, m
figure-dangerous = treinen met gevaarlijke stoffen per dag
figure-axle-load = aslast, t
figure-minimum = minimum per uur of tijdvak
figure-cap = maximum per uur of tijdvak
figure-day-cap = maximum per dag
figure-price = euro voor ruimte, per geweigerde aanvraag
figure-pieces = stuks per vertrek
figure-cycle = uren tot het lege stel terug is
figure-lead = uren van opdracht tot vertrek
figure-train = lengte van de trein, m
figure-units = eenheden
figure-back = terug na, uren
figure-civil = eenheden met vast contract
figure-daily = aanvoer per dag
figure-patience = opgegeven na, uren
figure-shift-after = andere vervoerswijze na, uren
figure-shift-share = deel dat kan overstappen
figure-tonnes = ton per vertrek
figure-stock = voorraad, uren gewoon gebruik
figure-low = krap onder, uren gewoon gebruik
figure-per-day = vertrekken per dag
figure-report-from = melden kan vanaf dit deel van de telecom
figure-haven-within = uren naar een veilig spoor
figure-way-out-within = uren waarin een vrij pad wordt gezocht
figure-asking = uren voor vragen en afspreken
figure-request-lapses = uren waarna een verzoek over een schaarse capaciteit vervalt
figure-assistance-lapses = uren waarna een verzoek om een maatregel vervalt
figure-ships-spare = reserve aan schepen bij laagwater, maal gewoon
figure-repair-spread = spreiding van de hersteltijd, procent
figure-movement-ahead = vertrekken die tegelijk laden
figure-basket = gastlandsteun per duizend militairen
figure-guards = bewakers per haven

## The order of a movement

movement-arrival-due = { $what }: { $port }, { $time }
arrival-ship = Schip { $number }
arrival-air = Vluchten { $number }
arrival-rail = Treinen uit het buitenland { $number }
arrival-road = Colonnes uit het buitenland { $number }
order-any-way = Elke route
order-way = { $number }: { $names } ({ $span })
order-straight-on = Rechtstreeks naar de grens
order-port-field = Haven voor { $what }
order-way-field = Route voor { $what }
order-staging-field = Verzamelplaats
order-kinds-field = Wat eerst lost en vertrekt
order-kind-earlier = Eerder laten vertrekken
movement-kinds = Materieel naar soort
kinds-all = Totaal
kinds-left = Vertrokken
movement-stages = Waar het staat
movement-stage = { $ashore } stuks hier, { $ahead } vertrekken laden of wachten, { $sent } stuks verstuurd, { $guards } bewakers
movement-arrivals = Aankomsten
basket-title = Gastlandsteun
basket-means = Alle verplaatsingen samen, sinds het begin
basket-served = { $served } van { $asked } geleverd
basket-held = nu { $count } in gebruik
kinds-ashore = Op de kade

## What was possible, on the screen

debrief-title = Wat er mogelijk was
debrief-not-computed = Niet berekend
debrief-running = Wordt berekend voor { $time }; de oefening kan doorgaan
debrief-failed = Kon niet berekend worden
debrief-until = Tot { $time }
debrief-compute = Uitrekenen tot het moment op het scherm
debrief-again = Opnieuw uitrekenen tot het moment op het scherm
debrief-means = Alleen voor de oefenleiding, voor de nabespreking; kost seconden tot minuten
## What stands for which row of the inventory

cli-coverage-record = alleen ter achtergrond
cli-coverage-open = nog niet
cli-coverage-total = { $built } rijen gebouwd, { $record } alleen ter achtergrond, { $open } nog niet.
coverage-metric = cijfer { $name }
coverage-process = vitaal proces { $name }
coverage-pool = schaarse capaciteit { $name }
coverage-good = voorraad { $name }
coverage-role = rol { $name }
coverage-inject = inject { $name }
coverage-act = daad { $name }

## Measures, patients and people

measure-in = { $measure } ({ $place })
whole-country = het hele land
alarm-nl-alert = NL-Alert
alarm-siren = Sirenes
alarm-broadcast = Calamiteitenzender
unrest-calm = rustig
unrest-restless = onrustig
unrest-tense = gespannen
unrest-severe = grote onrust
mood-trust = vertrouwen
mood-misinformation = geloof in onware berichten
mood-hoarding = hamsteren
mood-polarisation = polarisatie
lasting-more = { $name } +{ $amount }
lasting-less = { $name } −{ $amount }
lasting-relief = { $share } van het gemis aan { $process } op een andere manier goedgemaakt
lasting-ease = { $share } van het verlies bij { $process } overbrugd
lasting-strain = { $share } van { $process } ingeleverd
lever-planned-care = Planbare zorg
lever-early-discharge = Vroeg ontslag
lever-hospital-staff = Ziekenhuispersoneel
lever-surge-beds = Extra bedden
lever-patient-transport = Patiëntenvervoer tussen regio's
lever-patients-abroad = Patiënten naar buurlanden
lever-patient-spread = Spreiding van patiënten
lever-support-points = Open noodsteunpunten
lever-helpers = Helpers
lever-reception-places = Opvangplaatsen
lever-purchase-limit = Aankooplimiet
lever-vulnerable-first = Kwetsbaren eerst
lever-message = Gezamenlijke boodschap
lever-debunking = Weerleggen van onware berichten
lever-public-order = Openbare orde
lever-campaign = Campagne
lever-fuel-release = Brandstof uit reserve
lever-food-release = Voedsel uit reserve
lever-medicine-release = Geneesmiddelen uit reserve
lever-digital-repair = Digitaal herstel
lever-physical-repair = Fysiek herstel
lever-orders = Noodcommunicatie
lever-protection-first = Loketten eerst voor tijdelijke bescherming
event-measure-ordered = Maatregel genomen, { $measure }: van kracht vanaf { $time }.
event-measure-begun = Maatregel van kracht, { $measure }.
event-measure-ended = Maatregel beëindigd, { $measure }.
event-warned = Gewaarschuwd met { $alarm }, { $place }.
event-casualties-came = { $place }: { $count } gewonden of zieken.
event-soldiers-came = { $place }: { $count } gewonde militairen.
event-newcomers-came = { $place }: { $count } mensen hebben opvang nodig.
event-unrest-changed = Onrust in { $place }: { $unrest }.
event-disturbance = Ongeregeldheden in { $place }.
command-measure = Maatregel { $measure }.
command-measure-end = Einde van maatregel { $measure }.
refusal-not-measure-owner = de maatregel { $measure } neemt { $owner }. Vraag het aan { $owner }.
refusal-measure-scope = de maatregel { $measure } hoort bij een regio of bij het hele land: kies dat andere.
refusal-measure-basis = voor { $measure } is { $basis } nodig. Die komt met { $by }, door { $provider }, en duurt { $delay }.
refusal-measure-needs = voor { $measure } moet eerst gelden: { $need }.
refusal-measure-not-taken = de maatregel { $measure } is daar niet genomen.
refusal-unknown-measure = Deze maatregel bestaat niet.
refusal-unknown-region = Deze regio bestaat niet.
effect-casualties = { $place }: gewonden, T1 { $first }, T2 { $second }, T3 { $third }.
effect-casualties-military = { $place }: gewonde militairen, T1 { $first }, T2 { $second }, T3 { $third }.
effect-patients = { $place }: patiënten, { $clinic } voor een afdeling en { $intensive } voor de IC.
effect-patients-military = { $place }: militaire patiënten, { $clinic } voor een afdeling en { $intensive } voor de IC.
effect-warn = Waarschuwing met { $alarm }, { $place }.
effect-mood-more = { $place }: { $mood } { $share } hoger.
effect-mood-less = { $place }: { $mood } { $share } lager.
effect-newcomers = { $place }: { $count } mensen hebben opvang nodig.
effect-holds = { $place }: { $what }, { $lasts }.
kilo-euros = { $count } duizend euro
metric-ward-load = Bezetting verpleegafdelingen
metric-intensive-load = Bezetting intensive care
metric-untreated = Gewonden zonder behandeling
metric-awaiting-bed = Wachten op een bed
metric-deaths = Doden door gebrek aan zorg
metric-deferred-care = Uitgestelde zorg
metric-military-patients = Militaire patiënten
metric-hospital-staff = Ziekenhuispersoneel
metric-prepared = Voorbereide huishoudens
metric-warned = Weet wat te doen
metric-misinformed = Gelooft onware berichten
metric-trust = Vertrouwen in de overheid
metric-polarised = Polarisatie
metric-unrest = Onrust
metric-hoarding = Extra aankopen
metric-discomfort = Mensen in de knel
metric-equity-gap = Achterstand van kwetsbare mensen
metric-unhelped = Vergeefs om hulp gevraagd
metric-without-place = Nachten zonder opvangplaats
metric-reception-support = Draagvlak voor opvang
metric-disturbances = Ongeregeldheden
metric-patients-moved = Patiënten verplaatst tussen regio's
metric-patients-abroad = Patiënten in buurlanden
metric-unregistered = Wachten op registratie
metric-asylum-waiting = Wacht op registratie van asiel
metric-spent = Uitgaven aan maatregelen
metric-unhelped-vulnerable = Kwetsbare mensen vergeefs om hulp
measure-in-force = { $place }: in werking sinds { $time }
measure-in-force-until = { $place }: in werking sinds { $time }, tot { $until }
measure-ordered = { $place }: besloten, in werking vanaf { $time }
measure-ordered-until = { $place }: besloten, in werking vanaf { $time } tot { $until }
measures-find = Zoek een maatregel
measures-mine = Alleen wat deze rol mag nemen
measures-in-force = Alleen wat besloten is of in werking
measures-none = Geen maatregel past hierbij
measures-number = kaart { $number }
measures-take = Maatregel nemen als { $role }
measures-end = Beëindigen
measures-ask = Om deze maatregel vragen aan { $owner }
measures-close = Terug naar de lijst
measures-hindered = Dat kan nu niet. { $why }
measures-region = Regio
card-who = Wie mag
card-basis = Grondslag
card-where = Waar
card-region = één regio
card-needs = Eerst nodig
card-plan = Sneller met
card-does = Wat het doet
card-once = Bij het begin
card-lasting = Zolang het duurt
card-price = Wat het kost
card-cost = Eenmalig
card-daily = Per dag
card-lead = Tot het werkt
card-lasts = Duurt
coverage-measure = maatregel { $name }
pool-stock-generator-fuel = Diesel voor noodstroom (m³)

## Measures: names

measure-noodbepalingen = Noodbepalingen in werking bij koninklijk besluit
measure-noodtoestand = Noodtoestand
measure-lcp-e = Landelijk Crisisplan Elektriciteit oproepen
measure-lcp-g = Landelijk Crisisplan Gas oproepen
measure-lcp-voedsel = Landelijk Crisisplan Voedselzekerheid oproepen
measure-lcp-md = Landelijk Crisisplan Militaire Dreigingen oproepen
measure-crisisplan-zorg = Opgeschaalde zorg: crisisplan in werking
measure-ncv = Noodcommunicatievoorziening in gebruik
measure-nl-alert = NL-Alert voor het hele land
measure-nl-alert-regio = NL-Alert in een regio
measure-sirene = Sirenes in een regio
measure-calamiteitenzender = Regionale omroep als calamiteitenzender
measure-boodschap = Eén gezamenlijke boodschap
measure-feiten-tegen-geruchten = Actief weerleggen van desinformatie
measure-doorvoer-openbaar = Openheid over de doorvoer
measure-campagne-denk-vooruit = Extra campagne: bereid je voor
measure-noodsteunpunten = Noodsteunpunten openen in een regio
measure-vrijwilligers = Rode Kruis en vrijwilligers inschakelen
measure-kwetsbaren-eerst = Kwetsbare mensen eerst bezoeken
measure-bijstand-defensie = Bijstand van Defensie aan een regio
measure-bijstand-politie = Bijstand voor de openbare orde
measure-noodwater = Noodwaterpunten
measure-blauw-op-straat = Politie en brandweer zichtbaar op straat
measure-contant-geld = Contant geld en betalen op de pof
measure-evacuatie = Evacuatie van een deel van een regio
measure-opvang-openen = Opvang voor grote groepen openen in een regio
measure-opvangplicht = Gemeenten verplicht tot opvang
measure-loketten-bescherming = Loketten eerst voor tijdelijke bescherming
measure-aankooplimiet = Aankooplimieten in winkels
measure-voedseldistributie = Distributie van voedsel uit voorraad
measure-oliereserve = Strategische olievoorraad vrijgeven
measure-brandstof-rantsoen = Brandstof op de bon
measure-gas-niveau-3 = Gas: noodniveau, grote afnemers afschakelen
measure-geneesmiddelenreserve = Reserve van geneesmiddelen aanspreken
measure-noodstroom-voorrang = Extra dieselwagens voor noodstroom
measure-alles-op-herstel = Onderhoud stilleggen, alle ploegen naar herstel
measure-cyber-responsteam = Nationaal responsnetwerk tegen digitale aanvallen
measure-minimale-dienstverlening = Dienstverlening van de overheid op minimum
measure-avondklok = Avondklok in een regio
measure-noodverordening = Noodverordening rond haven en spoor
measure-weerbaarheidsberaad = Publiek-privaat weerbaarheidsberaad
measure-planbare-zorg-af = Planbare zorg afschalen
measure-vroeg-ontslag = Vroeg ontslag naar huis en verpleeghuis
measure-extra-bedden = Extra bedden openen, ook op de IC
measure-zorgreserve = Zorgreserve oproepen, verlof intrekken
measure-landelijke-spreiding = Landelijke spreiding met extra vervoer (LCPS)
measure-geen-spreiding = Patiënten in de eigen regio houden
measure-patienten-buurlanden = Patiënten naar buurlanden
measure-calamiteitenhospitaal = Calamiteitenhospitaal Utrecht openen
measure-reservisten-oproepen = Reservisten oproepen
measure-chirurgische-teams = Operatieteams van Defensie opeisen uit partnerziekenhuizen
measure-rescue-eu = Hulp vragen via het EU-mechanisme
measure-bewaking-kritiek = Bewaking van kritieke infrastructuur
metric-injured = Ernstig gewonden en zieken
metric-injured-weighted = Gewonden naar ernst gewogen
metric-injured-military = Ernstig gewonde militairen
metric-in-need = Gebrek aan eerste levensbehoeften
metric-disrupted = Ontwricht dagelijks leven
metric-digital-days = Digitaal aangetaste voorzieningen
metric-value-lost = Verloren waarde
metric-unrest-days = Dagen met onrust
metric-rights-days = Beperkte rechten
metric-support-short = Gastlandsteun gevraagd en niet gegeven
metric-late = Materieel te laat over de grens
metric-unserved = Vergeefs gevraagde hulp
metric-unserved-vulnerable = Vergeefs gevraagde hulp van kwetsbare mensen
metric-criterion = Criterium
metric-impact = Zwaarte van de gevolgen
metric-track = Spoor
metric-baseline = Basisvereiste
metric-pillar = Pijler
impact-class = klasse { $letter }
impact-none = geen gevolgen
interest-territorial = Territoriale veiligheid
interest-physical = Fysieke veiligheid
interest-economic = Economische veiligheid
interest-ecological = Ecologische veiligheid
interest-social = Sociale en politieke stabiliteit
interest-international = Internationale rechtsorde en stabiliteit
criterion-no-measure = niets in de simulatie staat hiervoor
criterion-1-1 = Aantasting van het grondgebied
criterion-1-1-why = de simulatie kent geen gebied dat verloren of onbruikbaar is
criterion-1-2 = Aantasting van de internationale positie
criterion-1-2-why = dit volgt uit het scenario en uit het oordeel van de oefenleiding
criterion-1-3 = Aantasting van de digitale ruimte
criterion-1-4 = Aantasting van het grondgebied van bondgenoten
criterion-2-1 = Doden
criterion-2-2 = Ernstig gewonden en chronisch zieken
criterion-2-3 = Gebrek aan eerste levensbehoeften
criterion-3-1 = Kosten
criterion-3-2 = Aantasting van de vitaliteit van de economie
criterion-3-2-why = de simulatie kijkt niet verder dan de oefening; blijvende schade aan werk en groei volgt later
criterion-4-1 = Aantasting van natuur en milieu
criterion-4-1-why = de simulatie kent geen vervuiling of schade aan natuur
criterion-5-1 = Ontwrichting van het dagelijks leven
criterion-5-2 = Aantasting van de democratische rechtsstaat
criterion-5-3 = Sociaal-maatschappelijke impact
criterion-6-1 = Schending van soevereiniteit en vreedzame geschilbeslechting
criterion-6-1-why = dit volgt uit het scenario en uit het oordeel van de oefenleiding
criterion-6-2 = Aantasting van verdragen en mensenrechten
criterion-6-2-why = dit volgt uit het scenario en uit het oordeel van de oefenleiding
criterion-6-3 = Aantasting van de internationale financieel-economische orde
criterion-6-3-why = dit volgt uit het scenario en uit het oordeel van de oefenleiding
criterion-6-4 = Aantasting van multilaterale instellingen
criterion-6-4-why = dit volgt uit het scenario en uit het oordeel van de oefenleiding
criterion-6-5 = Instabiliteit van buurstaten
criterion-6-5-why = dit volgt uit het scenario en uit het oordeel van de oefenleiding
gauge-society = Maatschappelijke weerbaarheid
gauge-military = Militaire paraatheid
gauge-government = Continuïteit van bestuur en kritieke diensten
gauge-energy = Bestendige energievoorziening
gauge-people = Omgaan met grote stromen mensen
gauge-food-water = Bestendige voorziening van voedsel en water
gauge-casualties = Omgaan met grote aantallen slachtoffers
gauge-communications = Bestendige civiele communicatie
gauge-transport = Bestendig civiel vervoer
gauge-pillar-vital = Vitale en andere belangrijke processen
gauge-pillar-society = Voorbereide en weerbare samenleving
gauge-pillar-government = Weerbare democratie, rechtsstaat en bestuur
gauge-pillar-economy = Weerbare economie
gauge-pillar-territory = Verdediging van het grondgebied
gauge-pillar-support = Civiele steun aan de krijgsmacht
score-title = Gevolgen
score-at = Stand op { $time }
score-none = Voor dit land worden geen gevolgen gewogen.
score-thresholds = De klassen A tot E volgen de methode van het Analistennetwerk Nationale Veiligheid, de schalen 1 tot 7 die van de Belgische nationale risicobeoordeling. De grenzen zijn nog te toetsen aan de officiële tabellen: trek geen conclusie uit een klasse zonder naar het getal te kijken.
score-profile = Profiel: zes belangen
score-not-computed = niet berekend: { $why }
score-figure-only = alleen een getal; de klassen zijn in woorden omschreven
score-scale = schaal { $code }{ $level }
score-scale-of = schaal { $code }{ $level } ({ $value })
score-interest-none = niet berekend
score-mean = Gemiddelde zwaarte over { $count } van { $all } criteria: { $share } van een ramp (klasse E op elk). Elke klasse weegt driemaal de vorige. Lees eerst het profiel.
score-tracks = Twee sporen
score-tracks-means = De sporen worden nooit opgeteld: wat het ene spoor wint, kan het andere kosten.
score-baseline = Zeven basisvereisten van de NAVO
score-baseline-means = Elk vereiste staat zo hoog als zijn zwakste onderdeel, nu.
score-pillars = Zes pijlers
score-pillars-means = Elke pijler is het gemiddelde van zijn onderdelen, nu. Van de maatregelen staan die van kracht zijn erbij.
score-weakest = zwakst: { $name }, { $value }
score-measures = van kracht: { $names }
score-no-measures = geen maatregel van kracht
score-served = Wie geholpen werd en wie niet
score-served-means = Per inwoner de uren zonder een eerste levensbehoefte en de uren in de knel, en van wie om hulp vroeg het deel dat die niet kreeg. Regio's waar niemand iets miste, staan er niet bij.
score-served-none = In geen enkele regio miste iemand iets dat hier telt.
score-vulnerable = Kwetsbare mensen vroegen { $weak } keer om hulp en kregen die in { $weakvain } van de gevallen niet; bij alle anderen was dat { $othervain } van { $others } keer.
score-vulnerable-none = Niemand vroeg om hulp.
score-newcomers = Nieuwkomers waren samen { $nights } nachten zonder opvangplaats.
score-region = Regio
score-need = Uren zonder eerste levensbehoefte
score-discomfort = Uren in de knel
score-discomfort-vulnerable = Uren in de knel, kwetsbaar
score-in-vain = Vergeefs om hulp
score-in-vain-vulnerable = Vergeefs, kwetsbaar
score-deaths = Doden
score-deferred = Uitgestelde zorg
score-criterion = Criterium
score-class = Klasse
score-value = Getal
score-scales = Schaal 1 tot 7
score-gauge = Waarvan
score-share = Stand
score-about = Onderdeel
score-sources = Bronnen van grenzen en gewichten
score-source = { $path } = { $value }: { $title } ({ $publisher }, { $year }), zekerheid { $confidence }
tab-score = Gevolgen
figure-limits = ondergrenzen van de klassen, oplopend
figure-well = waarde als alles goed is
figure-gone = waarde als er niets over is
figure-value-eur = toegevoegde waarde per inwoner en dag, euro
figure-repair-eur = uur van een herstelploeg, euro
figure-chronic = deel van uitgestelde zorg dat iemand langdurig ziek maakt
figure-injury = gewicht van letsel, T1 tot T3
figure-rights = deel van de rechten dat een maatregel beperkt
score-support = Gastlandsteun, { $what }: { $given } gekregen van { $asked } gevraagd, uur bij uur.

cli-sensitivity-title = Gevoeligheid van { $title }: { $days ->
    [one] één dag
   *[other] { $days } dagen
}, { $parameters } schattingen, { $runs } keer gespeeld. Elke schatting staat één keer lager en één keer hoger; de rest blijft gelijk.
cli-sensitivity-end = { $name }: { $value } aan het eind
cli-sensitivity-mean = { $name }: gemiddeld { $value }
cli-sensitivity-row = { $name }  { $confidence }  laag { $low }, hoog { $high }
cli-sensitivity-still = Geen verschil: { $names }
cli-sensitivity-none = Geen van de schattingen maakt hier verschil.
cli-sensitivity-tried = Wat is geprobeerd (A uit een officiële bron, B uit één bron of algemeen bekend, C eigen schatting)
cli-sensitivity-parameter = { $name } ({ $code }): { $figures }; { $confidence }, { $sources }
cli-sensitivity-figure = { $value }, geprobeerd met { $low } en { $high }
cli-sensitivity-figures = { $count } cijfers
cli-sensitivity-unknown = "{ $name }" is niet bekend; kies uit { $known }
cli-sensitivity-failed = Met schatting "{ $name }" op een rand van haar bereik is het land niet te bouwen: { $error }
measure-responskader = Rijksbreed Responskader toepassen
measure-raadpleging-artikel-4 = Raadpleging op grond van artikel 4 vragen
measure-inlichtingen-sabotage = Inlichtingen richten op sabotage
measure-inlichtingen-digitaal = Inlichtingen richten op digitale aanvallen
measure-inlichtingen-beinvloeding = Inlichtingen richten op spionage en beïnvloeding

# De tegenstander en de fase van de escalatie.
phase-name = { $number }: { $name }
command-place = De plaats van inject { $inject } is nu { $place }.
command-stage = Daad van de tegenstander: { $act } ({ $place }), { $time }.
command-phase = Fase van de escalatie wordt { $phase }.
event-inject-placed = Inject { $inject } heeft een andere plaats.
event-phase-changed = Fase van de escalatie is { $to } (was { $from }).
metric-phase = Fase van de escalatie
metric-acts = Daden van de tegenstander
metric-attribution = Zekerheid over de dader
metric-deterrence = Afschrikking
lever-exposure = Blootgelegde zwakke plekken
lever-guarding = Bewaking
lever-response = Respons op statelijke dreiging
lever-cohesion = Eenheid van het bondgenootschap
lever-watch-sabotage = Inlichtingen over sabotage
lever-watch-digital = Inlichtingen over digitale aanvallen
lever-watch-influence = Inlichtingen over beïnvloeding
refusal-no-act = Inject { $inject } is geen daad van de tegenstander. Alleen van zo'n daad kan de plaats worden gekozen.
refusal-act-elsewhere = { $act } kan op deze plaats niet. Kies een plaats uit de lijst.
refusal-too-many-acts = Er zijn al { $most } daden van de tegenstander. Meer kan in een oefening niet.
refusal-unknown-vector = Deze daad bestaat niet. Kies er een uit de lijst.
refusal-unknown-phase = Deze fase bestaat niet. Kies 0 tot en met 8.
clock-phase = Fase { $phase }
escalation-heading = Fase van de escalatie
notice-phase-since = { $phase }, sinds { $time }.
notice-no-opponent = Geen tegenstander die zelf kiest: alleen de leiding speelt daden.
notice-opponent = Een tegenstander kiest zelf. Elke daad staat { $notice } van tevoren in de lijst.
escalation-new = Nieuwe fase
escalation-reason = Reden
escalation-set = Fase instellen
escalation-stage = Daad van de tegenstander
escalation-stage-now = Daad klaarzetten
escalation-act = Daad
escalation-place = Plaats

# Besluiten die later aankomen
refusal-on-its-way = Dit besluit is al onderweg en komt om { $time } aan.
event-order-delayed = { $decision } geldt pas vanaf { $time }: { $why }, daarom { $line }.
order-underway = Onderweg, komt aan om { $time }: { $why }, daarom { $line }.
cut-seat = alle gewone verbindingen van de staf in { $place } liggen eruit
cut-field = alle gewone verbindingen met { $place } liggen eruit
cut-nation = in het grootste deel van het land liggen alle gewone verbindingen eruit
line-emergency = via noodcommunicatie
line-courier = per koerier
event-leaked = Uitgelekt: { $inject }. De tegenstander kent nu meer zwakke plekken.
event-escalation-risk = Actieve digitale bescherming is opgevat als een aanval. De leiding weegt of de fase verandert.
metric-daily-life = Het gewone leven gaat door
metric-insight = Bekende afhankelijkheden
metric-orders-underway = Besluiten onderweg
lever-coordination = Opgeschaalde crisisorganisatie
lever-detection = Digitale daden op tijd gezien
lever-threat-sharing = Delen van digitale dreigingsinformatie
lever-hardening = Digitale basisbeveiliging
lever-active-defence = Actieve digitale bescherming
lever-independence = Onafhankelijke media
lever-household-plan = Huishoudens met een noodplan
lever-bed-reports = Uren tussen meldingen van bedden
lever-insight = Inzicht in ketens
lever-widened = Gerubriceerde informatie breder gedeeld
measure-grip-2 = Opschalen in een regio naar GRIP 2
measure-grip-4 = Opschalen in een regio naar GRIP 4
measure-nationale-crisisstructuur = Nationale crisisstructuur opschalen
measure-beddendashboard = Elk uur bedden melden, ook via noodverbindingen
measure-ketenanalyse = Ketenanalyse van vitale processen
measure-gerubriceerd-delen = Gerubriceerde duiding breder delen
measure-cyclotron = Cyclotron versnellen: dreigingsinformatie delen
measure-detectie-uitbreiden = Detectienetwerk uitbreiden
measure-zorgplicht-handhaven = Zorgplicht handhaven: systemen bijwerken
measure-actieve-cyberbescherming = Actieve digitale bescherming
measure-cybermacht = Cybermacht van Defensie inzetten
measure-noodplan-huishoudens = Huishoudens helpen met een noodplan
measure-bedrijven-continuiteit = Bedrijven naar hun continuïteitsplan laten werken
measure-platform-weerbaar = Platform weerbare samenleving inschakelen
measure-redacties-in-de-lucht = Redacties zelfstandig in de lucht houden
measure-erfgoed-redden = Erfgoed in veiligheid brengen
measure-defensie-informeert = Defensie informeert de samenleving zelf
measure-partnerlanden = Steun van gelijkgezinde landen vragen
measure-wet-gereedheid = Wet op de defensiegereedheid in werking
measure-ruimte-defensie = Tijdelijk ruimte voor Defensie
coverage-setting = beginwaarde { $name }
setting-transition-geopolitics = Transitie: geopolitiek
setting-transition-climate = Transitie: klimaat
setting-transition-technology = Transitie: technologie
setting-transition-economy = Transitie: economie
setting-exercised-society = Geoefende samenleving
setting-household-plans = Noodplannen in huishoudens
setting-business-continuity = Continuïteitsplannen bij bedrijven
setting-civil-network = Netwerk van burgers en bedrijven
setting-cyclotron = Cyclotron: delen van dreigingsinformatie
setting-resilience-network = Cyberweerbaarheidsnetwerk
setting-detection-network = Nationaal Detectienetwerk en Landelijk Dekkend Stelsel
setting-duty-of-care = Zorgplicht voor vitale aanbieders
setting-independent-media = Onafhankelijke media
setting-poor-bed-information = Gebrekkige informatie over bedden
setting-automation = Autonome systemen
setting-analogue-practised = Analoge alternatieven geoefend

# Elektriciteit: wat er van het net is, waarom het een regio niet bedient, en wat er wordt gemeten.
grid-line = hoogspanningslijnen { $from }–{ $to }
grid-plant = { $plants } in { $place }
grid-tie = de verbinding met { $country } in { $place }
grid-station = de hoogspanningsstations in { $place }
plants-sun = zonneparken en zonnepanelen
plants-wind-land = windparken op land
plants-wind-sea = windparken op zee, aan land
plants-nuclear = kerncentrales
plants-other = afval- en biomassacentrales
plants-coal = kolencentrales
plants-gas = gascentrales
neighbour-germany = Duitsland
neighbour-belgium = België
neighbour-britain = Groot-Brittannië
neighbour-norway = Noorwegen
neighbour-denmark = Denemarken
damage-in-grid = { $damage } aan { $what }
shortfall-element = uitval van { $what }
shortfall-weather = te weinig wind en zon
shortfall-gas = gascentrales zonder gas
shortfall-import = buurlanden die minder leveren dan gewoonlijk
shortfall-lines = hoogspanningslijnen die niet meer aankunnen
shortfall-shortage = meer vraag naar stroom dan aanbod
shortfall-black-start = het opnieuw opstarten van het hele net
megawatts = { $count } MW
megawatt-hours = { $count } MWh
metric-electricity-asked = Gevraagde stroom
metric-electricity-served = Geleverde stroom
metric-electricity-unserved = Niet geleverde stroom
metric-customer-hours = Aansluitingen zonder stroom, maal uren
metric-electricity-import = Invoer van stroom
metric-electricity-reserve = Reserve aan stroom
metric-electricity-congested = Nieuwe aansluitingen waarvoor geen ruimte is
lever-wind = Wind (duizendsten)
lever-sun = Zon (duizendsten)
lever-import-ready = Stroom die buurlanden kunnen leveren (duizendsten)
lever-power-saving = Bespaarde stroom (duizendsten)
lever-power-first = Deze regio het laatst afschakelen en het eerst herstellen
lever-power-spread = Een tekort aan stroom over alle regio's spreiden
lever-spare-lines = Gebruik van reservelijnen (duizendsten)
lever-new-load = Nieuwe aansluitingen (MW)
lever-own-power = Eigen noodvoorziening van gebruikers (duizendsten)
measure-stroom-invoeren = Buurlanden om stroom vragen
measure-stroom-besparen = Oproep om stroom te besparen
measure-tekort-spreiden = Tekort aan stroom over alle regio's spreiden
measure-regio-eerst-stroom = Regio het laatst afschakelen en het eerst herstellen
measure-reservelijnen = Reservelijnen in gebruik nemen
measure-eigen-noodstroom = Gebruikers aan hun eigen noodvoorziening houden
measure-aggregaten-defensie = Aggregaten en diesel naar defensielocaties
measure-analoog-werken = Overschakelen op werken zonder digitale middelen
measure-onbemande-terminals = Terminals en sluizen zonder mensen laten draaien
measure-onbemande-bewaking = Bewaken met drones en sensoren
# Personeel.
sector-care = Zorg
sector-order = Politie en brandweer
sector-energy = Energie en techniek
sector-it = Informatietechnologie
sector-transport = Vervoer
sector-food = Voedselketen
sector-government = Openbaar bestuur
sector-vital = Industrie, water en havens
cause-staff = gebrek aan personeel ({ $sector })
metric-staff-there = Personeel aanwezig
metric-staff-away = Personeel afwezig
metric-staff-worn-out = Personeel uitgeput
metric-staff-lent = Personeel in een andere sector
lever-schools-closed = Gesloten scholen en kinderopvang
lever-child-care = Noodopvang voor kinderen
lever-roster = Aflossing volgens rooster
lever-overtime = Overwerk
lasting-called-up = opgeroepen personeel ({ $sector }): { $share }
lasting-sick = ziek personeel ({ $sector }): { $share }
lasting-lend = personeel van { $from } naar { $to }: { $share }
measure-sociaal-akkoord = Afspraken met vakbonden en werkgevers
measure-crisisrooster = Aflossing volgens crisisrooster
measure-arbeidstijden-verruimen = Langere werkweken toestaan
measure-noodopvang-kinderen = Noodopvang voor kinderen van vitale krachten
measure-herplaatsing-zorg = Ambtenaren omscholen en inzetten in de zorg
measure-herplaatsing-techniek = Monteurs uit de industrie inhuren voor het net
measure-arbeidsplicht = Arbeidsplicht voor vitale sectoren

# Economie en overheid.
event-decision-waits = Besluit wacht { $span }: de staf van { $owner } werkt nog aan eerdere besluiten.
refusal-no-site = voor { $measure } is in { $place } geen ruimte: er zijn nog { $count } grote locaties vrij. Beëindig eerst een ander gebruik.
refusal-desk-full = de staf van { $owner } heeft te veel besluiten tegelijk. Over { $span } is er weer ruimte.
effect-stranded = { $count } landgenoten zijn in het buitenland gestrand.
lever-firms-support = Steun aan kleine bedrijven
lever-food-kept-home = Doorvoer van voedsel die hier blijft
lever-advances = Voorschotten op uitkeringen
lever-urgent-cases-first = Zaken die niet kunnen wachten eerst
lever-airlift = Luchtbrug voor landgenoten
lever-consultation = Overleg met de samenleving
lever-foreign-equipment = Kwetsbare apparatuur van buitenlandse eigenaren
lever-site-power = Noodstroom van defensielocaties
lever-analogue = Werken zonder digitale middelen
lever-automation = Machines in plaats van mensen
metric-output-loss = Productieverlies per dag
metric-firms-closed = Gesloten kleine bedrijven
metric-sites-free = Vrije grote locaties
metric-food-passed = Doorvoer van voedsel nagekomen
metric-benefits-late = Uitkeringen te laat
metric-revenue-late = Belasting die niet binnenkwam
metric-cases-urgent = Rechtszaken die niet kunnen wachten
metric-cases-other = Andere rechtszaken in de rij
metric-stranded = Gestrande landgenoten
metric-brought-home = Teruggehaalde landgenoten
metric-decision-work = Werk aan genomen besluiten
metric-public-willing = Bereidheid van burgers
metric-firms-willing = Bereidheid van bedrijven
metric-volunteers-willing = Bereidheid van vrijwilligersorganisaties
metric-market-disturbed = Verstoring van de markt
measure-voedselberaad = Publiek-privaat voedselberaad
measure-uitvoer-voedsel-beperken = Uitvoer van voedsel beperken
measure-voorrangsopdracht-defensie = Voorrangsopdrachten aan bedrijven voor Defensie
measure-steun-kleine-bedrijven = Overbrugging voor kleine bedrijven
measure-voorschotten = Uitkeringen als voorschot betalen
measure-rechtspraak-voorrang = Rechtspraak: zaken die niet kunnen wachten eerst
measure-legering-openen = Grote locatie inrichten voor militairen op doorreis
measure-opslag-openen = Terrein inrichten voor opslag van Defensie
measure-evacuatie-landgenoten = Landgenoten ophalen met vliegtuigen
measure-maatschappelijk-overleg = Overleg met burgers, bedrijven en organisaties
measure-apparatuur-afschermen = Apparatuur van buitenlandse eigenaren afschermen

## Life of an exercise and rounds

part-situation = Situatie
part-table = Eigen tafel
part-between = Tussen tafels
part-hand-in = Inleveren
part-run = Kijken
means-in-person = In de zaal
means-phone = Per telefoon
means-mail = Per mail
means-message = Per bericht
means-radio = Per portofoon
round-with-name = ronde { $number } ({ $name })
round-inside = ronde { $number }
refusal-stage-ready = De oefening ligt gereed en is nog niet begonnen. Geef eerst STARTEX.
refusal-stage-running = De oefening loopt al. Pauzeer haar of geef ENDEX.
refusal-stage-paused = De oefening staat op pauze. Ga eerst verder.
refusal-stage-ended = ENDEX is gegeven: er verandert niets meer. Begin de directe nabespreking, of maak een variant vanaf een eerder moment.
refusal-stage-hot-wash = De directe nabespreking loopt: er verandert niets meer. Sluit de oefening, of maak een variant vanaf een eerder moment.
refusal-stage-closed = De oefening is gesloten. Kijk terug, of maak een variant vanaf een eerder moment.
refusal-no-play = NO PLAY: er is een echt incident. Alleen de oefenleiding kan de oefening vrijgeven, met een reden.
refusal-no-emergency = Er is geen NO PLAY om vrij te geven.
refusal-clock-only = Dit doet alleen het programma zelf.
refusal-clock-stands = De klok staat stil terwijl er wordt overlegd. Kies Doorrekenen of maak een tijdsprong.
refusal-computing = Er wordt doorgerekend tot { $time }. Wacht daarop.
refusal-no-rounds = Deze oefening wordt niet in rondes gespeeld. Gebruik de doorlopende klok.
refusal-no-such-round = Deze ronde bestaat niet. Kies er een uit de lijst.
refusal-round-over = { $round } is gespeeld of vervallen. Kies een latere ronde.
refusal-round-busy = { $round } is bezig. Reken die eerst door.
refusal-no-round-begun = Er is nog geen ronde begonnen. Begin eerst een ronde.
refusal-last-part = Dit is het laatste deel. Kies Doorrekenen, of begin de volgende ronde.
refusal-not-a-later-round = De injects kunnen alleen naar een latere ronde. Kies een latere ronde of sla ze over.
refusal-not-shorter = Zo wordt de ronde niet korter. Kies een einde vanaf { $from } en voor { $last }.
refusal-not-fewer-minutes = De ronde duurt { $minutes } minuten. Kies minder minuten, maar wel een paar, of een eerder einde.
refusal-jump-outside = Een tijdsprong gaat vooruit, van { $from } tot uiterlijk { $last }. Kies een moment daartussen.
command-prepare = Oefening gereedgezet.
command-start = STARTEX.
command-start-by-rounds = STARTEX, in rondes.
command-pause = Gepauzeerd.
command-break = Pauze van { $minutes } minuten.
command-resume = Verder na de pauze.
command-end = ENDEX.
command-hot-wash = Directe nabespreking begonnen.
command-close = Oefening gesloten.
command-no-play = NO PLAY: echt incident.
command-no-play-why = NO PLAY, echt incident: { $what }
command-emergency-over = NO PLAY opgeheven.
command-comcheck = Comcheck: { $role } is bereikt ({ $how }).
command-comcheck-not = Comcheck: { $role } is niet bereikt ({ $how }).
command-begin-round = Begonnen met { $round }.
command-next-part = Volgende deel van de ronde begonnen.
command-more-time = { $minutes } minuten extra voor dit deel.
command-run-round = Doorrekenen.
command-halt = Doorrekenen staat stil bij { $inject }.
command-drop-round = { $round } vervalt, haar injects zijn overgeslagen.
command-drop-round-into = { $round } vervalt, haar injects gaan naar { $into }.
command-shorten-round = { $round } is ingekort.
command-shorten-until = Periode tot { $to }.
command-shorten-minutes = Duur { $to } minuten.
command-jump = Tijdsprong naar { $time }.

## The life of an exercise on the screen

life-pause-until = PAUZE tot { $time }
no-play-banner = NO PLAY. Echt incident, de oefening ligt stil
no-play-banner-why = NO PLAY. Echt incident, de oefening ligt stil: { $what }
round-stand = Ronde { $number } – { $part } { $left }
round-done = Ronde { $number } doorgerekend
round-dropped = Vervallen
round-played = Gespeeld
round-begun = Bezig
round-planned = Gepland
round-period = { $from } tot { $until }
round-minutes = { $total } minuten ({ $parts })
next-start = STARTEX, klok loopt door
next-start-rounds = STARTEX, in rondes
next-resume = Verder
next-run-on = Verder doorrekenen
next-break = Pauze van { $minutes } minuten
next-round = Ronde { $number } beginnen
next-part = Volgend deel
next-more-time = { $minutes } minuten extra
next-pause = Pauze
next-end = ENDEX
next-hot-wash = Directe nabespreking
next-close = Sluiten
briefing-title = Instapbriefing
briefing-scenario-time = Scenariotijd { $time }
briefing-who = Wie ben ik
briefing-where = Waar staan we
briefing-decided = Wat is besloten
briefing-open = Wat ligt er bij mij
briefing-worry = Mijn eerste zorg
briefing-table = Tafel { $table }
briefing-may = Ik beslis over { $what }
briefing-limit = Grens: { $what }
briefing-powers = Bevoegdheden: { $what }
briefing-pools = Ik verdeel: { $what }
briefing-measures = Ik kan nemen: { $what }
briefing-more = en nog { $count }
briefing-level = { $process } in { $region }: { $level } ({ $report })
briefing-request = Verzoek van { $from }: { $what }
briefing-coming = Mijn besluit gaat in op { $time }: { $what }
briefing-nothing-open = Er wacht niets op mij
briefing-worry-request = { $from } wacht op antwoord. { $turn }
briefing-worry-pool = { $pool }: in het laatste etmaal { $count } keer nee verkocht
briefing-no-worry = Niets dringt nu: lees de berichten en vraag aan tafel wat er speelt

cli-round-runs = Doorrekenen: { $round }
cli-stage = Stand van de oefening: { $stage }
cli-briefing-written = Instapbriefing geschreven
cli-no-such-role = Er is geen rol { $role }. Kies uit { $roles }.
report-course = Verloop van de oefening zelf
report-stage = Stand: { $stage }. Speelduur { $played }.
report-played = Speelduur
report-wall = Werkelijke tijd
report-who = Wie
report-round = Ronde
report-round-period = Periode
report-round-minutes = Minuten
report-round-state = Stand

tab-course = Oefening
course-no-play = NO PLAY…
course-no-play-what = Wat is er gebeurd
course-no-play-now = NO PLAY uitroepen
course-no-play-means = Echt incident: alles staat meteen stil
course-release = NO PLAY opheffen
course-release-why = Waarom mag de oefening verder
course-jump = Tijdsprong, met alles ertussen doorgerekend
course-jump-now = Springen
course-why = Reden
course-rounds = Rondes
course-change = Inkorten of laten vervallen…
course-until = Periode tot
course-minutes = Minuten
course-shorten = Ronde inkorten
course-injects-to = Injects van deze ronde
course-skip-injects = Overslaan
course-drop = Ronde laten vervallen
course-comcheck = Comcheck
course-means = Bereikt
course-reached = Bereikt
course-not-reached = Niet bereikt
course-for-role = Voor wie
course-no-role = Kies een rol
cli-branch-made = Variant vanaf { $time } gemaakt
round-stand-short = R{ $number } { $part } { $left }
clock-pace-minutes = { $minutes } min/s
clock-pace-hours = { $hours } u/s

# Verloop van injects: wat ervan werd, waarop zij wachten, varianten
inject-state-seen = gezien
inject-state-answered = beantwoord
inject-state-closed = afgesloten
priority-key = kern
priority-normal = gewoon
priority-contingency = reserve
event-inject-seen = Inject { $inject } geopend door { $role }.
event-inject-seen-room = Inject { $inject } gezien.
event-inject-answered = Inject { $inject } beantwoord door { $role }.
event-inject-acted = Op inject { $inject } is gehandeld.
event-inject-closed = Inject { $inject } afgesloten.
event-inject-unanswered = Op inject { $inject } kwam niet op tijd een reactie.
event-inject-edited = Inject { $inject } aangepast.
event-inject-late = Inject { $inject } bereikt { $role } nog niet: de verbinding ligt eruit.
event-inject-arrived = Inject { $inject } is nu aangekomen bij { $role }.
event-inject-lost = Inject { $inject } komt niet meer aan bij { $role }.
event-undone = { $decision } is ongedaan gemaakt.
command-open-inject = Bericht van { $sender } geopend.
command-answer-inject = Antwoord aan { $sender }: { $text }.
command-close-inject = Inject { $inject } afsluiten.
command-edit-inject = Inject { $inject } aanpassen.
command-time-up = De speelduur voor inject { $inject } is om.
command-undo = { $decision } ongedaan maken.
refusal-inject-not-sent = Inject { $inject } is nog niet verstuurd. Verstuur hem eerst.
refusal-inject-not-received = Dit bericht is niet bij deze rol aangekomen. Kies een bericht uit de eigen lijst.
refusal-inject-over = Dit bericht is afgehandeld. Een antwoord wordt niet meer verwacht.
refusal-inject-only-words = Inject { $inject } is al verstuurd: alleen de woorden kunnen nog anders. Maak voor iets anders een nieuwe.
refusal-inject-no-timer = Inject { $inject } wacht niet op speelduur. Verstuur hem met de hand.
refusal-inject-closed = Inject { $inject } is afgesloten. Neem er een achter de hand of maak een nieuwe.
refusal-undo-late = { $decision } is niet in dit kwartier gegeven en kan niet meer ongedaan worden gemaakt. Neem een nieuw besluit.
refusal-undo-not-yours = { $decision } kan alleen ongedaan worden gemaakt door wie het gaf, of door de oefenleiding.
refusal-undo-again = { $decision } is al ongedaan gemaakt.
wait-talk = { $minutes ->
        [one] 1 minuut speelduur
       *[other] { $minutes } minuten speelduur
    }
trigger-absent = Als { $span } na inject { $inject } niemand handelt
absence-after = Na { $span } zonder reactie
absence-send = Inject { $inject } gaat uit
condition-seen = inject { $inject } gezien
condition-answered = op inject { $inject } gereageerd
condition-decided = { $what } door { $who }
condition-decided-since = { $what } door { $who } na inject { $inject }
doing-by-anybody = een speler
doing-anything = een besluit
doing-divided = { $pool } verdeeld
doing-repair = volgorde van herstel gekozen voor { $pool }
doing-provided = grondslag gegeven voor { $pool }
doing-asked = iets gevraagd over { $pool }
doing-answered = verzoek over { $pool } beantwoord
doing-agreed = verzoek over { $pool } ingewilligd
doing-declined = verzoek over { $pool } afgewezen
doing-taken = maatregel { $measure } genomen
doing-ended = maatregel { $measure } beëindigd
doing-asked-for = om maatregel { $measure } gevraagd
doing-answered-for = verzoek om maatregel { $measure } beantwoord
doing-planned = verplaatsing { $movement } gepland
doing-designated = verplaatsing { $movement } als urgent aangewezen
doing-replied = inject { $inject } beantwoord
person-named = { $name }, { $function }
person-at = { $person } ({ $role })
inject-replaced = Inject { $inject } nam zijn plaats in
inject-effect-at = Gevolgen vanaf { $time }
inject-softer = Zachter
inject-harder = Harder
inject-one-of = In plaats hiervan
inject-variants = Varianten
inject-room = de zaal
inject-opened-by = { $time }: geopend door { $role }
inject-answered-by = { $time }: { $role } antwoordt: { $text }
inject-under-way-to = Nog onderweg naar { $role }
inject-arrived-at = { $time }: later aangekomen bij { $role }
inject-lost-to = { $time }: niet aangekomen bij { $role }
inject-acted-at = { $time }: er is gehandeld
inject-silent-at = { $time }: niet op tijd een reactie
inject-was = Tot { $time }: { $text }
inject-course = Wat ervan werd
inject-edits = Eerdere tekst
inject-acted = Te herkennen aan
inject-on-absence = Als niemand handelt
inject-storyline = Verhaallijn
inject-priority = Gewicht
inject-left = nog { $minutes ->
        [one] 1 minuut speelduur
       *[other] { $minutes } minuten speelduur
    }
inject-edit = Aanpassen…
inject-edit-save = Wijziging vastleggen
inject-close = Afsluiten
inject-see = Gezien
inject-answer = Antwoord noteren…
inject-answer-text = Antwoord
inject-time-up = Niet langer wachten
inject-fire-variant = In plaats hiervan versturen
inject-undo = Ongedaan maken
inject-search = Zoeken in injects
inject-search-all = alle
inject-search-none = Geen inject past bij deze zoekvraag
inject-search-clear = Wissen
inject-no-storyline = geen
panel-edit-inject = Inject aanpassen
panel-edit-words = Deze inject is verstuurd: alleen de woorden kunnen nog anders
messages-open = Gelezen
messages-answer = Antwoorden…
messages-answer-send = Antwoord versturen
messages-options = Waarover u kunt besluiten
option-take = maatregel { $object } nemen (besluit van { $who })
option-end = maatregel { $object } beëindigen (besluit van { $who })
option-divide = { $object } anders verdelen (besluit van { $who })
option-repair = volgorde van herstel kiezen voor { $object } (besluit van { $who })
option-provide = een grondslag geven voor { $object }
option-ask = { $who } om ruimte vragen op { $object }
option-plan = verplaatsing { $object } anders plannen
option-designate = verplaatsing { $object } als urgent aanwijzen
messages-answered = Eigen antwoord
messages-late = Later aangekomen
decision-undone = Ongedaan gemaakt
inject-search-more = Meer…
inject-trigger-kept = Wanneer zoals gepland
inject-more-effect = Gevolg erbij

## Events lists as sheets
mel-column-code = Nr
mel-column-day = Dag
mel-column-trigger = Tijdstip
mel-column-title-nl = Titel (NL)
mel-column-title-en = Titel (EN)
mel-column-text-nl = Tekst (NL)
mel-column-text-en = Tekst (EN)
mel-column-sender-nl = Afzender (NL)
mel-column-sender-en = Afzender (EN)
mel-column-receivers = Ontvangers
mel-column-channel = Kanaal
mel-column-effect-after = Gevolgen na
mel-column-effects = Gevolgen in het model
mel-column-objectives = Oefendoelen
mel-column-expected-nl = Verwachte actie (NL)
mel-column-expected-en = Verwachte actie (EN)
mel-column-question-nl = Waarnemersvraag (NL)
mel-column-question-en = Waarnemersvraag (EN)
mel-column-note-nl = Stafnotitie (NL)
mel-column-note-en = Stafnotitie (EN)
mel-column-on-absence-nl = Zonder actie (NL)
mel-column-on-absence-en = Zonder actie (EN)
mel-column-shelf = Plank
mel-page-list = MEL
mel-page-board = Planbord
mel-page-roles = Rolkaarten
mel-board-inject = Inject
mel-board-everybody = Iedereen
mel-roles-role = Rol
mel-roles-table = Tafel
mel-roles-may = Mag besluiten over
mel-roles-limit = Binnen deze grens
mel-roles-bases = Grondslagen
mel-roles-pools = Verdeelt
mel-roles-injects = Ontvangt
cli-mel-everybody = iedereen
cli-mel-by-hand = met de hand
cli-mel-yes = ja
cli-mel-own = eigen kolom, blijft bewaard
cli-mel-nothing = overgeslagen
cli-mel-fault = fout
cli-mel-remark = let op
cli-mel-sheet = Blad { $sheet }, koppen in rij { $row }:
cli-mel-not-taken =
    { $count ->
        [one] Niet overgenomen: één fout. Herstel die in het blad en probeer het opnieuw.
       *[other] Niet overgenomen: { $count } fouten. Herstel die in het blad en probeer het opnieuw.
    }
cli-mel-preview = Dit was een voorproef: er is niets geschreven. Met -o BESTAND.ron wordt het scenario geschreven.
cli-mel-written = Scenario geschreven
cli-mel-columns-saved = Kolommen bewaard
cli-mel-exported = Geschreven, { $count } injects
cli-mel-summary = Injects: { $injects }, nieuw: { $added }, gewijzigd: { $changed }. Fouten: { $faults }, om na te kijken: { $remarks }.
cli-mel-kept = Niet in het blad, blijft in het scenario: { $codes }. Met --take-out gaat het eruit.
cli-mel-taken-out = Niet in het blad, gaat uit het scenario: { $codes }.
cli-mel-compared = Nieuw: { $added }, verdwenen: { $removed }, gewijzigd: { $changed }.
cli-mel-too-large = het bestand is groter dan { $most } MB, kies een ander
cli-mel-no-sheet = dit is geen werkmap of .csv die te lezen is, sla het bestand opnieuw op als .xlsx ({ $said })
cli-mel-no-workbooks = deze uitvoering van het programma kent geen werkmappen, gebruik .csv
cli-mel-unwritable = dit past niet in een werkmap ({ $said })
cli-mel-other-sheets = dat blad is er niet, wel { $names }
cli-mel-no-headings = Geen rij met koppen herkend. Zet in de eerste rij koppen zoals Nr., Tijdstip, Titel, Tekst, Ontvangers en Kanaal, of geef met --columns een bewaarde indeling.
cli-mel-no-rows = Onder de koppen staat geen enkele inject. Kijk of het goede blad is gekozen (--sheet).
cli-mel-no-column = De bewaarde indeling noemt de kolom „{ $heading }”, maar die staat niet in dit blad.
cli-mel-no-moment = „{ $found }” is geen tijdstip. Schrijf D+2 14:30, H+3, M+45, een datum met tijd, een kloktijd, I-07 + 2h of met de hand.
cli-mel-no-day = „{ $found }” is geen dag. Schrijf D+2, dag 3 of een datum.
cli-mel-no-clock = Er staat een dag ({ $day }) maar geen kloktijd. Zet de tijd erbij, of schrijf met de hand.
cli-mel-no-time = Geen tijdstip: deze inject wordt met de hand verstuurd.
cli-mel-midnight = „{ $found }” heeft geen kloktijd: genomen is 00:00.
cli-mel-day-by-order = Kloktijden zonder dag: genomen op volgorde vanaf D+0; een vroegere tijd dan de rij erboven telt als de volgende dag. Voeg een kolom Dag toe als dat niet klopt.
cli-mel-day-heading = „{ $found }” geldt als de dag van de rijen eronder: { $day }.
cli-mel-row-skipped = „{ $found }” staat alleen in zijn rij en is geen inject: overgeslagen.
cli-mel-outside = „{ $found }” ligt op { $day }, buiten de oefening. Pas het tijdstip aan, of het begin in het scenario.
cli-mel-rounded = „{ $found }” wordt { $taken }: de simulatie telt in kwartieren.
cli-mel-no-length = „{ $found }” is geen tijdsduur. Schrijf 45m, 12h, 2d, 2 uur of 02:30.
cli-mel-no-trigger = „{ $found }” is geen voorwaarde zoals een scenario die kent ({ $said }). Neem er een over uit een geëxporteerde lijst.
cli-mel-code-changed = De code „{ $found }” wordt { $code }: een code heeft letters, cijfers, punten en streepjes.
cli-mel-code-given = Geen code: deze inject krijgt { $code }.
cli-mel-code-by-title = Geen code, maar { $code } heeft dezelfde titel: genomen is { $code }.
cli-mel-code-twice = De code { $code } staat ook in { $other }. Geef een van beide een andere.
cli-mel-nothing-said = { $code } is nieuw en heeft geen titel en geen tekst. Vul er een in, of haal de rij weg.
cli-mel-hidden = Onzichtbare tekens zijn weggelaten.
cli-mel-too-long = De tekst is langer dan { $most } tekens. Kort hem in.
cli-mel-error-value = De cel toont „{ $found }”. Herstel de formule, of zet de waarde er zelf in.
cli-mel-no-result = De formule in deze cel is nooit uitgerekend. Open het bestand in Excel, sla het op en probeer het opnieuw.
cli-mel-role-taken = „{ $found }” is gelezen als { $role }. Schrijf de volledige naam als dat niet klopt.
cli-mel-no-role = „{ $found }” is geen rol van deze oefening, of past op meer dan één. Neem een naam van het blad Rolkaarten uit een geëxporteerde lijst.
cli-mel-no-objectives = „{ $found }”: het scenario heeft geen oefendoelen, dus dit is weggelaten. Zet ze eerst in het scenario.
cli-mel-no-objective = „{ $found }” is geen oefendoel van dit scenario. Kies uit { $known }.
cli-mel-no-channel-given = Geen kanaal: genomen is { $channel }.
cli-mel-channel-taken = „{ $found }” is gelezen als { $channel }.
cli-mel-no-channel = „{ $found }” is geen kanaal. Kies uit { $known }.
cli-mel-no-flag = „{ $found }” is geen ja of nee.
cli-mel-no-effects = „{ $found }” is geen lijst van gevolgen zoals een scenario die kent ({ $said }). Neem er een over uit een geëxporteerde lijst.
cli-mel-check = { $what } ({ $repair })

## The check before an exercise
preflight-translation = De tekst ontbreekt in één taal ({ $language }).
preflight-no-receiver = Een telefoontje, brief of rapport zonder ontvanger gaat naar iedereen. Noem wie het krijgt.
preflight-nobody-seated = Geen van de ontvangers ({ $roles }) zit aan een tafel: alleen de staf krijgt dit.
preflight-says-nothing = Deze inject heeft geen tekst.
preflight-nothing-expected = Er staat niet bij wat de ontvangers zouden moeten doen.
preflight-no-question = Er is geen vraag voor de waarnemers.
preflight-after-the-end = Deze inject komt pas op { $day }, na het einde.
preflight-after-by-hand = Komt alleen als de leiding eerst { $inject } verstuurt.
preflight-never-true = Deze voorwaarde kan nooit waar zijn: twee grenzen sluiten elkaar uit.
preflight-shelf-with-time = Op de plank, en toch met een tijdstip: kies een van beide.
preflight-by-hand = Komt alleen met de hand, en staat niet op de plank.
preflight-no-objectives = Het scenario heeft geen oefendoelen.
preflight-objective-without-inject = Geen enkele inject dient dit oefendoel.
preflight-objective-without-criterion = Dit oefendoel heeft geen evaluatiecriterium en geen waarnemersvraag: niemand kan zien of het gehaald is.
preflight-serves-nothing = Deze inject dient geen oefendoel.
preflight-never-sent = In de generale repetitie is deze inject nooit verstuurd.
preflight-role-without-play = Deze rol krijgt niets en besluit niets.
preflight-role-idle = Deze rol heeft { $hours } uur niets te doen, vanaf { $time }.
preflight-round-idle = De tafel { $table } krijgt in deze ronde { $count } keer iets te beslissen; minder dan twee is wachten.
preflight-round-full = De tafel { $table } krijgt in deze ronde { $count } keer iets te beslissen; bij meer dan vier praat niemand meer.
preflight-movement-impossible = Van deze verplaatsing kwam in de generale repetitie niets over de grens.
preflight-movement-late = In de generale repetitie kwam { $percent } % van deze verplaatsing over de grens.
cli-preflight-wrong = fout
cli-preflight-doubt = twijfel
cli-preflight-note = let op
cli-preflight-load = { $role }: { $received } ontvangen, { $decided } besluiten, langste stilte { $hours } uur vanaf { $time }.
cli-preflight-summary = Fouten: { $wrong }, twijfel: { $doubt }, let op: { $note }. Generale repetitie: { $sent } injects verstuurd, in { $seconds } s.

## Scenarios: what a lead fills in, and the guide for the staff
fields-date = een datum als jaar-maand-dag, zoals 2027-03-08
fields-words = eigen woorden, hooguit 60 tekens
cli-fields-none = Dit scenario heeft niets om in te vullen.
cli-fields-allowed = Mag zijn: { $what }.
cli-fill-written = Ingevuld scenario geschreven
cli-check-value = Met { $field } = { $value } ingevuld speelt dit scenario niet.
cli-check-values = Ook met elke andere waarde die mag worden ingevuld is het in orde ({ $count } geprobeerd).
cli-guide-none = Dit scenario heeft geen gids voor de staf en geen rolkaarten. Geef het `guide` en `cards`; doorvoerland reference zegt wat daarin kan staan.
cli-guide-written = Gids geschreven
guide-title = Gids voor de staf: { $title }
guide-about = Waar gaat het over
guide-purpose = Doel
guide-ready = Klaarleggen
guide-minutes = Draaiboek in minuten
guide-minutes-line = { $from } tot { $until } min: { $what }
guide-watch = Waar let u op
guide-in-round = Ronde { $round }: { $text }
guide-questions = Vragen voor de directe nabespreking
guide-terms = Woorden die u zult horen
guide-term = { $term }: { $meaning }
guide-card = Rolkaart: { $role }
guide-card-decide = Ik mag beslissen: { $text }
guide-card-ask = Vragen moet ik: { $text }
guide-card-worry = Mijn eerste zorg: { $text }

## Scenarios: a new one, and what they may say
cli-new-name = „{ $name }” kan geen naam van een scenario zijn: gebruik 1 tot 80 letters, cijfers en streepjes
cli-new-written = Nieuw scenario, in orde en speelbaar
cli-reference-title = Doorvoerland: wat een scenario kan zeggen
cli-reference-intro = Elk veld met wat er mag staan, wat geldt als het ontbreekt, en een voorbeeld. De namen en hun uitleg zijn Engels, zoals in de bestanden.
cli-reference-written = Naslag geschreven
cli-reference-needed = verplicht
cli-reference-default = mag ontbreken, dan geldt { $value }
cli-reference-choice = een keuze
cli-reference-object = velden
cli-reference-name = Naam
cli-reference-meaning = Betekenis
cli-reference-what = Wat er mag staan
cli-reference-left-out = Als het ontbreekt
cli-reference-example = Voorbeeld

## Paper
paper-situation = Situatieblad
paper-inbox = Berichten
paper-cards = Besluitkaarten
paper-slips = Verzoekbriefjes
paper-fiches = Fiches
paper-roles = Rolkaarten
paper-briefing = Instapbriefing
paper-boards = Naamborden
paper-map = Kaart A3
paper-phone = Telefoonlijst
paper-blank = Noodset op papier
paper-script = Draaiboek
paper-injects = Injectkaarten
paper-observers = Waarnemersformulieren
paper-road = Weg naar STARTEX
paper-folder-staff = Oefenleiding
paper-folder-room = Zaal
paper-no-play = Echt incident? Roep driemaal: NO PLAY
paper-played = gespeeld op { $day }
paper-page = Blad
paper-staff-only = Alleen voor de oefenleiding: niet op tafel leggen
paper-table-now = Wat er nu speelt
paper-table-damages = Schade en herstel
paper-table-decided = Wat is besloten
paper-table-waiting = Wacht op antwoord van deze tafel
paper-table-new = Laatste berichten
paper-table-worry = Eerst naar kijken
paper-table-moment = Stand van
paper-table-seats = Aan tafel
paper-table-nothing = Niets bekend
paper-table-damage = Nr. { $number }: { $what }
paper-table-request = Verzoek { $number } van { $from }: { $what }
paper-role-number = Rolnummer
paper-role-table = Tafel
paper-role-may = U mag
paper-role-limit = Grens
paper-role-subtitle = Wie ben ik, wat mag ik besluiten, wie moet ik vragen, waar kijk ik eerst naar
paper-role-bases = Waarop uw besluiten rusten
paper-role-cards = Uw besluitkaarten
paper-role-more-cards = en nog { $count }, zie de stapel kaarten
paper-role-no-cards = Geen eigen kaarten: u adviseert, vraagt en overlegt
paper-role-ask = Wie u moet vragen
paper-role-ask-owner = Alles wat een ander beheert: vraag de eigenaar met een verzoekbriefje
paper-role-ask-line = { $what }: vraag { $who } om { $basis }
paper-role-worry = Eerst naar kijken
paper-role-rules = Zo speelt u
paper-role-rule-1 = Kies per ronde met uw tafel hooguit twee besluiten en twee verzoeken
paper-role-rule-2 = Vul de kaart in, met tijd en reden, en geef hem aan de bediener
paper-role-rule-3 = Een besluit gaat in op het tijdstip op de kaart, niet bij het typen
paper-board-number = rol { $number }

## Decision cards on paper
card-divide = { $pool } anders verdelen
card-provide = Grondslag geven: { $basis }
card-provide-hint = Voor een ander die over zijn eigen grens wil. Zonder deze grondslag wordt zijn besluit geweigerd; ermee kan het, als hij het zelf besluit
card-repair = Volgorde van herstel
card-depart = { $movement }: vertrek stilleggen of vrijgeven
card-port = { $movement }: haven kiezen
card-gather = { $movement }: verzamelplaats kiezen
card-urgent = { $movement } als urgent aanwijzen
card-there-is = Er is
card-order = Volgorde als niemand besluit
card-not-alone = Niet alleen
card-limit = { $what }: { $basis } van { $who }
card-blank-for = Voor kaart (nummer)
card-together = Samen met
card-repair-hint = Het nummer van de schade staat op het situatieblad. Plaats 1 is het eerst aan de beurt binnen haar categorie
card-depart-hint = Wat onderweg is, rijdt door. Alleen nieuw vertrek wordt stilgelegd of vrijgegeven
card-move-hint = Kies uit de lijst hieronder. Wat al is afgemeerd of vertrokken, blijft zoals het is
card-urgent-hint = Telt pas als beide ministeries het hebben aangewezen. De verplaatsing gaat dan voor reizigers en ander goederenvervoer
card-blank-region = Regio (nummer)
card-blank-way = Hoe (1, 2 of 3)
card-blank-class = Categorie (1 tot 6)
card-blank-count = Hoeveel
card-blank-go = 1 vrijgeven, 0 stilleggen
card-blank-port = Haven (nummer)
card-blank-place = Plaats (nummer, 0 voor geen)
card-blank-damage = Schade (nummer)
card-blank-rank = Plaats in de rij
card-blank-time = Gaat in (tijd)
card-blank-reason = Reden
fiche-part = { $number } van { $count }

## Request slips
slip-title = Verzoek aan een andere tafel
slip-hint = Vul in, breng het zelf naar de andere tafel en spreek erover. Daarna naar de bediener
slip-from = Van (rolnummer)
slip-to = Aan (rolnummer)
slip-card = Kaartnummer
slip-time = Nodig voor
slip-what = Wat wij vragen
slip-why = Waarom
slip-offer = Wat wij bieden
slip-classes = Categorie: { $classes }
slip-answer = Antwoord
slip-agree = akkoord
slip-decline = nee
slip-counter = anders
slip-number = Verzoeknummer (bediener)

## Telephone list
phone-number = Rol
phone-role = Functie
phone-name = Naam
phone-phone = Telefoon
phone-lead = Oefenleider
phone-operator = Bediener
phone-reply = Tegenspel
phone-observer = Waarnemer
phone-regions = Nummers van de veiligheidsregio's
phone-hint = Bel alleen nummers van deze lijst. Begin en eindig elk gesprek met: OEFENING, OEFENING, OEFENING

## Paper set
blank-how = Zo gaat het verder op papier
blank-step-1 = 1. De oefenleider zegt PAUZE, noteert de scenariotijd en laat de tafels zitten
blank-step-2 = 2. Laatste situatieblad is de stand; berichten gaan op de formulieren hierna
blank-step-3 = 3. Besluiten gaan op losse kaarten, met kaartnummer, tijd en reden
blank-step-4 = 4. Gevolgen bepaalt de oefenleiding met het draaiboek en schrijft ze in het logboek
blank-step-5 = 5. Is er weer stroom, dan typt de bediener de kaarten na in volgorde van tijd
blank-decision = Besluit
blank-decision-hint = Eén besluit per kaart
blank-role = Namens (rolnummer)
blank-decided = Wij besluiten
blank-message = Bericht
blank-scenario-time = Scenariotijd
blank-wall-time = Werkelijke tijd
blank-text = Tekst
blank-table = Tafel
blank-log = Logboek
blank-log-hint = Eén regel per gebeurtenis, ook voor wat niet doorging
blank-log-columns = Scenariotijd · werkelijke tijd · wie · wat

## Script of the day
script-objectives = Oefendoelen
script-injects = Injects van deze ronde
script-waiting = Volgt op iets, of met de hand
script-shelf = Achter de hand
script-hint = Noteer bij elke regel de werkelijke tijd. Wat is doorgegeven, wordt aangevinkt
script-minutes = { $from }–{ $until } min
script-minute = Minuut
script-part = Onderdeel
script-what = Wat er gebeurt
script-wall = Werkelijke tijd
script-do-situation = Situatiebladen uitdelen, drie zinnen over de stand, vragen
script-do-table = Tafels wegen en kiezen; tegenspel geeft de injects
script-do-between = Tafels lopen naar elkaar met verzoekbriefjes
script-do-hand-in = Kaarten naar de bediener; die leest terug voor hij bevestigt
script-do-run = Doorrekenen en samen kijken: wie kreeg wat, wie niet
script-when = Wanneer
script-inject = Inject
script-whom = Hoe en aan wie
script-from = Van
script-note = Voor de staf
script-question = Waarnemersvraag
script-done = Klaar
script-sent-at = Doorgegeven om

## Observers
observer-title = Waarnemer bij tafel { $table }
observer-hint = Kijk, luister en schrijf de tijd erbij. Niet ingrijpen, niet voorzeggen
observer-name = Waarnemer
observer-round = Ronde en tijd
observer-seen = Wat zag u, en hoe laat
observer-picture = Beeld: gedeeld en juist
observer-weighing = Oordeel: belangen gewogen
observer-decision = Besluit: helder, met eigenaar en tijd
observer-top = Eén top
observer-tip = Eén tip

## Road to STARTEX
road-hint = Terugrekenen vanaf de dag van de oefening. Kleine oefeningen kunnen stappen samennemen
road-before = { $days } dagen ervoor
road-day = Op de dag
road-who = Wie
road-mandate = Opdrachtgever, functie (toetsen, ontwikkelen of oriënteren), doelgroep en budget vastgelegd
road-objectives = Oefendoelen met criteria en waarnemersvragen
road-scenario = Scenario gekozen en getoetst bij haven, spoor, Defensie en regio
road-tables = Tafels en rollen bezet, met reserve voor uitval
road-adapt = Regio, haven, data en namen aangepast; injects per storylijn compleet
road-observers = Waarnemers gevraagd, formulieren en oefendoelen gedeeld
road-check = Gereedheidscheck zonder fouten
road-invite = Uitnodiging met spelregels, markering en NO PLAY
road-rehearsal = Generale repetitie; injects die niet vuren hersteld
road-print = Papier gedrukt en per tafel gebundeld, noodset apart
road-comcheck-plan = Telefoonlijst ingevuld, tweede laptop en USB-stick getest
road-room = Zaal, projector, naamborden en kaarten op tafel
road-comcheck = Comcheck: elke tafel en het tegenspel bereikt
road-startex = STARTEX

## Operator mode
operator-card = Kaart (nummer; v voor een verzoek, t terug, ? hulp, stop)
operator-region = Regio, nummer
operator-for-card = Voor welke kaart, nummer
operator-count = Hoeveel
operator-go = 1 vrijgeven, 0 stilleggen
operator-port = Haven, nummer van de kaart
operator-place = Plaats, nummer van de kaart, 0 voor geen
operator-damage = Schade, nummer van het situatieblad
operator-rank = Plaats in de rij, 1 is het eerst
operator-way-first = eerst
operator-way-keep = vrijhouden
operator-way-most = hooguit
operator-time = Gaat in (1430, +6, D+2 1430; leeg is nu)
operator-confirm = Klopt dit? Leeg is ja, x is nee
operator-understood = Kaart { $number }, { $who }: { $what } Gaat in { $time }.
operator-reason = Besluitkaart, ingevoerd door de bediener
operator-no-card = Er is geen kaart „{ $text }”. Kaarten lopen van { $first } tot en met { $last }; het nummer staat linksboven.
operator-cannot-end = Kaart { $text } kan niet met een minteken: alleen een maatregel kan worden beëindigd.
operator-cannot-ask = Kaart { $text } kan niet worden gevraagd: een verzoek gaat over capaciteit of een grondslag. Vraag de tafel om de kaart zelf te spelen.
operator-no-role = Er is geen rol „{ $text }”. Rolnummers lopen van 1 tot en met { $most } en staan op naambord en rolkaart.
operator-no-answer = „{ $text }” past hier niet. Gevraagd wordt: { $field }.
operator-no-time = „{ $text }” is geen tijd die nog komt. Typ 1430, +6 voor over zes uur, of D+2 1430.
operator-no-request = Verzoek „{ $text }” wacht niet op antwoord. Het nummer staat op het situatieblad.
operator-too-much = „{ $text }” is te veel. Druk Enter om de kaart te bevestigen, of typ x om hem weg te leggen.
operator-nothing-to-undo = Er is niets om terug te nemen: alleen een kaart van dit kwartier kan terug.
operator-not-now = Nu kan er niets worden ingevoerd: er wordt teruggekeken, of de opname kan niet worden geschreven.
operator-done = Genoteerd als nummer { $number }.
operator-undone = Teruggenomen.
operator-dropped = Kaart weggelegd.
operator-welcome = { $title }, { $time }. { $count } kaarten. Typ een kaartnummer.
operator-bye =
    { $count ->
        [one] Eén kaart ingevoerd.
       *[other] { $count } kaarten ingevoerd.
    }
operator-help-1 = 214 2 3 4 1430: kaart 214 met alles wat erop staat, in één regel of stap voor stap.
operator-help-2 = -120 19 .: maatregel van kaart 120 beëindigen in regio 19, nu.
operator-help-3 = v 8 214 3 2 4 .: rol 8 vraagt kaart 214 aan de eigenaar.
operator-help-4 = j 31 of n 31: verzoek 31 toestaan of weigeren. t: de laatste kaart terug. x: kaart weg.
operator-help-5 = # en wat erachter staat: de reden op de kaart.

## Command line
cli-paper-written = { $count } documenten, { $pages } bladen in
cli-paper-no-round = Ronde { $number } is er niet: deze oefening heeft { $count } rondes.
cli-paper-no-table = Er is geen tafel „{ $text }”. Wel: { $tables }.
cli-paper-bad-date = „{ $text }” is geen datum: schrijf 2026-11-30.
cli-paper-not-set = Een blad kon niet worden gezet: { $why }

## Dossier: decisions in BOB form, intents, disputes, observations
tab-dossier = Dossier
tab-evaluation = Evaluatie
dossier-decision = Besluit (BOB)
dossier-intent = Voornemen
dossier-dispute = Betwist
dossier-record = Dit besluit vastleggen (BOB)
dossier-role = Namens
dossier-table = Tafel
dossier-about = Gaat over
dossier-about-nothing = Geen bepaald bericht
dossier-picture = Beeld: wat is er aan de hand, wat is zeker, wat niet?
dossier-judgement = Oordeel: wat betekent dat, wat weegt het zwaarst?
dossier-options = Overwogen mogelijkheden, één per regel
dossier-decided = Besluit: wat, door wie, wanneer?
dossier-commands = Gegeven om dit uit te voeren
dossier-file-decision = Besluit vastleggen
dossier-file-intent = Voornemen vastleggen
dossier-file-dispute = Betwisten
dossier-correct = Verbeteren
dossier-correcting = Verbetert blad { $number }
dossier-corrected = Vervangen door blad { $number }
dossier-filed = Vastgelegd als blad { $number }
dossier-seen = Wat kon deze rol zien?
dossier-seen-title = Wat { $role } kon zien op { $time }
dossier-decisions = Vastgelegde besluiten
dossier-intents = Voornemens en wat ervan kwam
dossier-disputes = Register van betwiste cijfers en regels
dossier-none = Nog niets vastgelegd
dossier-sheet = Blad { $number }
dossier-picture-short = Beeld
dossier-judgement-short = Oordeel
dossier-options-short = Overwogen
dossier-decided-short = Besluit
dossier-intent-first = Leg vóór het verdelen vast wat u overeind wilt houden; later staat ernaast wat ervan kwam
dossier-pool = Schaarse capaciteit
dossier-all-pools = Alles van deze tafel
dossier-words = Wat willen wij overeind houden?
dossier-order = Volgorde: wat het langst overeind blijft staat bovenaan
dossier-no-share = geen aandeel genoemd
dossier-up = Omhoog: { $name }
dossier-remove = Weghalen: { $name }
dossier-subject = Welk cijfer of welke regel?
dossier-reason = Waarom klopt het niet, en wat zou er moeten staan?
dossier-ruling-command = Nummer van het besluit waarmee de staf het rechtzet (mag leeg blijven)
dossier-ruling-why = Toelichting
dossier-rule = Uitspraak vastleggen
dossier-open = Nog geen uitspraak
seen-messages = Berichten
seen-pools = Eigen schaarse capaciteit
ruling-accept = Overgenomen
ruling-adapt = Aangepast
ruling-park = Geparkeerd
ruling-said = { $choice } ({ $time }): { $reason }
intent-afterwards = Vastgelegd nadat de tafel in deze ronde al had verdeeld
intent-rank = { $rank }e
intent-rank-share = { $rank }e, { $share } %
intent-not-asked = niet gevraagd
intent-held = gehouden
intent-too-little = minder dan voorgenomen
intent-not-named = wel gevraagd, niet genoemd
intent-overtaken = { $class } ging voor
intent-column-class = Categorie
intent-column-stated = Voorgenomen
intent-column-served = Bediend
intent-column-outcome = Uitkomst
intent-note = Bediend over de volle uren; over meer dan één capaciteit het gemiddelde van hun aandelen

## Evaluation: objectives, evaluation criteria, observers
evaluation-matrix = Oefendoelen
evaluation-observe = Waarnemen
evaluation-counts = Evaluatiecriteria: { $open } open, { $met } gehaald, { $missed } niet gehaald, { $unseen } niet waargenomen
evaluation-end-met = Eindvoorwaarde: nu gehaald
evaluation-end-not-met = Eindvoorwaarde: nu niet gehaald
evaluation-injects = Injects
evaluation-questions = Waarnemersvragen
evaluation-observed = Waarnemingen: { $count }
evaluation-observed-mark = Waarnemingen: { $count }, gemiddelde beoordeling { $mark }
evaluation-serve-nothing = Injects zonder oefendoel
evaluation-none = Dit scenario heeft geen oefendoelen
evaluation-shelf = achter de hand
evaluation-sent = verstuurd
standing-open = open
standing-met = gehaald
standing-not-met = niet gehaald
standing-not-observed = niet waargenomen
standing-decided = { $time }, door { $by }
standing-by-hour = de stand op het hele uur
standing-by-sheet = blad { $number }
standing-by-time = het verstrijken van de tijd
gap-no-inject = Geen enkele inject dient dit oefendoel
gap-no-criterion = Geen evaluatiecriterium zegt wanneer het gehaald is
gap-no-question = Waarnemers krijgen er geen vraag over
gap-no-observation = Niemand heeft er iets over waargenomen
sign-unanswered = inject { $inject } zonder reactie gebleven
sign-recorded = besluit vastgelegd door { $role }
sign-intended = voornemen vastgelegd aan tafel { $table }
test-event = Gebeurt: { $sign }
test-absence = Gebeurt niet: { $sign }
test-within = Binnen { $time } na „{ $of }”: { $sign }
test-talk = { $count ->
    [one] één minuut aan tafel
   *[other] { $count } minuten aan tafel
 }
test-sequence = In deze volgorde: { $signs }
test-at = Om { $time }: { $limit }
test-throughout = Van { $from } tot { $until } steeds: { $limit }
test-once = Ten minste één keer van { $from } tot { $until }: { $limit }
test-rating = Waarnemers geven op vraag { $question } gemiddeld minstens een { $mark }
test-hours = { $count } uur
test-minutes = { $count } minuten
test-window = (van { $from } tot { $until })
observer-own-questions = Vragen van deze oefening
observer-form = Waarnemingsformulier
observer-number = Waarnemer
observer-role = Over de rol
observer-any-role = Geen bepaalde rol
observer-any-table = Geen bepaalde tafel
observer-question = Vraag
observer-no-question = Vrije waarneming
observer-mark = Beoordeling
observer-mark-means = 1 niet gezien, 2 zwak, 3 voldoende, 4 goed, 5 voorbeeld voor anderen
observer-text = Wat zag u?
observer-inject = Bij inject
observer-about-decision = Bij vastgelegd besluit
observer-no-decision = Geen bepaald besluit
observer-objective = Bij oefendoel
observer-by-question = Zoals de vraag of de inject zegt
observer-file = Waarneming vastleggen
observer-list = Waarnemingen
observer-none = Nog geen waarnemingen
observer-said = Waarnemer { $number }
observer-script-asks = Het draaiboek vraagt: { $question }
report-evaluation = Evaluatie: oefendoelen, injects en waarnemingen
report-evaluation-means = Een evaluatiecriterium wordt afgeleid uit wat is vastgelegd: gebeurtenissen, besluiten, cijfers per uur en bladen van het dossier.
report-objective = Oefendoel
report-criterion = Evaluatiecriterium
report-standing = Stand
report-decided-by = Beslist door
report-gaps = Wat ontbreekt
report-dossier = Vastgelegde besluiten
report-intents = Voornemens en wat ervan kwam
report-observations = Waarnemingen
report-disputes = Betwiste cijfers en regels
report-sheet = Blad
report-about = Over
report-question = Vraag
report-mark = Cijfer
report-ruling = Uitspraak
report-bob = Beeld, oordeel, besluit
report-subject = Waarover
refusal-sheet-empty = Er ontbreekt tekst. Vul elk veld in dat nodig is.
refusal-sheet-unknown = Er is iets gekozen dat er niet is. Kies opnieuw.
refusal-sheet-not-yours = Dit blad is van een ander. Schrijf namens uw eigen rol of tafel.
refusal-no-such-sheet = Blad { $number } bestaat niet of is van een andere soort. Kies een blad uit het dossier.
refusal-not-your-command = Besluit { $number } is ingetrokken of van een ander. Kies een eigen besluit.
refusal-mark-outside = Een { $mark } bestaat niet. Kies een beoordeling van 1 tot en met 5.
refusal-words-only = Deze vraag wordt in woorden beantwoord. Laat de beoordeling weg.
refusal-ranks-bad = Een categorie staat er twee keer, of een aandeel is hoger dan 100 %. Verbeter de volgorde.
preflight-criterion-needs-shelf = Dit evaluatiecriterium wacht op inject { $inject }, en die wordt alleen met de hand verstuurd.
preflight-criterion-not-observed = In de generale repetitie kon dit evaluatiecriterium niet worden waargenomen.
preflight-round-without-questions = Ronde { $round } heeft geen waarnemersvraag van deze oefening en er is geen standaardset gekozen.
cli-matrix-summary = Oefendoelen: { $objectives }, met iets dat ontbreekt: { $gaps }, injects zonder oefendoel: { $nothing }.
cli-matrix-missing = Ontbreekt: { $what }

compare-title = Groepen naast elkaar
compare-means = Dezelfde oefening, gespeeld door verschillende groepen. De cijfers komen uit dezelfde berekening als de rest van dit verslag. Er is geen eindcijfer en geen volgorde.
compare-of = { $part } van { $whole }
compare-delivered = Militaire stuks over de grens
compare-delay = Uren die burgervervoer wachtte
compare-given-up = Burgertransporten die vervielen
compare-unmet = Onvervulde behoefte, gewogen persoonsdagen
compare-damages = Schade die nog open is
compare-ammunition = Uren dat munitietreinen stilstonden waar het niet mag
compare-injects = Verstuurde injects
compare-injects-some = Injects die niet elke groep kreeg
compare-decisions = Besluiten
compare-automatic = Daarvan van automatische spelers
compare-criteria = Evaluatiecriteria
compare-criteria-met = Gehaalde criteria
compare-intent = { $words }. { $asked ->
    [0] Van wat genoemd is, werd niets gevraagd.
   *[other] { $held } van { $asked } gevraagde categorieën ging zoals voorgenomen.
 }
compare-partings = Waar de groepen voor het eerst uit elkaar gaan
compare-partings-means = Per ronde en tafel het vroegste besluit dat niet elke groep nam. Wat alle groepen deden, op welk uur ook, telt hier niet.
compare-first = Eerste verschil
compare-no-difference = Geen verschil in besluiten.
compare-when = { $when } ({ $count ->
    [one] één besluit
   *[other] { $count } besluiten
 } in deze ronde)
compare-whole = Hele oefening
compare-same = { $what }: { $value } (alle groepen)
compare-asked = Verzoek over { $subject }
compare-countered = Ander voorstel over { $subject }
compare-agreed = Ingestemd met een verzoek over { $subject }
compare-declined = Verzoek over { $subject } afgewezen
compare-repair = Volgorde van herstel gewijzigd
compare-other-seed = Let op: het toevalsgetal verschilt, dus weer en toeval liepen anders. { $list }.
compare-other-date = Let op: de eerste dag verschilt. { $list }.
compare-other-end = Let op: niet elke groep kwam even ver. { $list }.
compare-other-script = Let op: het draaiboek is tussen de groepen gewijzigd. Wat een groep niet had, staat als streepje.
compare-other-scenario = { $first } en { $second } zijn niet te vergelijken: het zijn twee scenario’s, { $one } en { $other }. Kies opnamen van hetzelfde scenario.
compare-other-filled = { $first } en { $second } zijn niet te vergelijken: het veld { $field } is anders ingevuld, { $one } tegenover { $other }. Kies opnamen waarin hetzelfde is ingevuld; alleen een datum mag verschillen.

paper-hot-wash = Directe nabespreking
paper-table-unplayed = Er is nog niet gespeeld: vooruitgerekend zonder besluiten van wie dan ook. Druk dit blad na de vorige ronde opnieuw af uit de opname.
wash-first = Eerst schrijven, dan praten, dan pas de cijfers
wash-then = Wat ervan kwam
wash-figures = Cijfers
wash-later = De cijfers komen na ENDEX. Druk dit blad dan opnieuw af uit de opname.
wash-question-1 = Wat wilden wij overeind houden, en wat hielden wij overeind?
wash-question-2 = Welk besluit van een andere tafel heeft ons het meest gekost?
wash-question-3 = Wie wachtte op ons zonder dat wij het wisten?
wash-question-4 = Waar hadden wij eerder moeten bellen, en wie?
wash-question-5 = Wat doen wij maandag anders?

# Opschalen per regio
measure-grip-1 = Opschalen in een regio naar GRIP 1
measure-grip-3 = Opschalen in een regio naar GRIP 3
measure-grip-5 = Opschalen met andere regio's naar GRIP 5
metric-grip = Opschaling (GRIP)
metric-sites-ready = Locaties van Defensie die werken
metric-travellers-waiting = Reizigers die op vliegvelden wachten
metric-by-hand = Digitale uitval die met de hand wordt opgevangen
metric-tier-first = Eerste groep van het NATO Force Model op tijd over de grens
metric-tier-second = Tweede groep van het NATO Force Model op tijd over de grens
metric-tier-third = Derde groep van het NATO Force Model op tijd over de grens
metric-theme-need = Gemis door dreigingen
risk-nature = Klimaat- en natuurrampen
risk-disease = Infectieziekten
risk-accidents = Zware ongevallen
risk-extremism = Polarisatie, extremisme en terrorisme
risk-interference = Ongewenste inmenging en beïnvloeding
risk-military = Internationale en militaire dreigingen
risk-economic = Economische dreigingen
risk-cyber = Cyberdreigingen
risk-vital = Bedreiging van vitale infrastructuur
grip-class-0 = niet opgeschaald
grip-class-1 = GRIP 1
grip-class-2 = GRIP 2
grip-class-3 = GRIP 3
grip-class-4 = GRIP 4 of 5
refusal-taken-over = de regio is zo ver opgeschaald dat { $owner } beslist over de maatregel { $measure }. Vraag het aan { $owner }.
refusal-scaled-further = de regio is al opgeschaald naar GRIP { $level }. Schaal eerst af: beëindig dat niveau.

# Automatische spelers: maatregelen en berichten
auto-sees-figure = { $name } is nu { $value }
auto-sees-least = { $name } is waar het het ergst is { $value }
auto-sees-damages = Bekende storingen van deze soort ({ $kind }): { $count }
auto-sees-silent = Uit regio's met { $value } van de inwoners komt al meer dan twee uur geen bericht
auto-sees-behind = Een verplaatsing loopt { $value } achter op haar datum
auto-sees-short = Op { $pool } werd in { $count } van de laatste zes uur geweigerd
auto-sees-arrived = Bondgenoten zijn hier
auto-sees-arriving = Bondgenoten komen over { $hours } uur aan
auto-eased = Niet meer nodig: { $sign }
auto-helps = dat is hier te zien: { $sign }
auto-too-little = daarvoor is het hier te weinig: { $sign }
auto-on-word = van hier is het niet te zien, maar wie { $measure } vraagt zit er middenin
auto-not-seen = van hier is niets te zien van waar { $measure } voor is
auto-may-not = { $measure } kan nu niet: { $why }
auto-taken-up = { $measure } loopt al waar die het meest nodig is, of iets anders is ervoor in de plaats
auto-takes-help = { $measure } helpt ook zo
auto-help-too-dear = voor { $measure } is geen geld
auto-done = { $measure } is intussen genomen
auto-chooses-cautious = van wat het bericht voorlegt is dit het voorzichtigst
auto-chooses-bold = van wat het bericht voorlegt gaat dit het verst
auto-reads = Het bericht is er
auto-replies = Ontvangen. Sindsdien besloten: { $deeds }
auto-replies-nothing = Ontvangen. Er is nu niets te besluiten; wij volgen het.
temperament-careful = voorzichtig
temperament-bold = gedurfd
command-players = De automatische spelers zijn { $temperament }.
command-players-role = { $role }: { $temperament }.
command-hand-over = { $role } gaat over naar plaats { $seat }.
command-hand-over-auto = { $role } gaat over naar de automatische speler.
refusal-same-seat = plaats { $seat } heeft deze rol al.

# Rolkaarten en bevoegdheden
role-matrix = Wie waarover beslist
role-card-table = Tafel
role-card-seat = Zetel
role-card-played = Gespeeld door
role-card-bases = Grondslag
role-card-may = Mag beslissen
role-card-limit = Grens
role-card-owns = Verdeelt
role-card-measures = Neemt en beëindigt
role-card-powers = Mag verder
role-card-provides = Verleent aan anderen
role-card-asks = Heeft nodig
role-card-phones = Moet kunnen bellen met
role-card-duty = Opschaling
role-played-auto = de automatische speler
role-played-seat = plaats { $seat }
role-provides-one = { $pool }, { $what }: { $basis }
role-measure = { $measure } ({ $basis })
role-measure-region = { $measure } ({ $basis }, per regio)
role-needs-limit = { $role } voor { $pool }, { $what }: { $basis }
role-needs-measure = { $role } voor { $measure }: eerst { $under }
role-duty-from = in dienst vanaf GRIP { $level } in de regio; daarvoor moet de staf eerst bijeenkomen
role-gives-over = bij GRIP { $level } beslist { $role } in zijn plaats
role-takes-over = beslist bij GRIP { $level } in de plaats van { $role }
matrix-divide = { $pool } verdelen
matrix-limit = { $what }: { $basis } van { $roles }
matrix-under = eerst { $under } door { $role }
matrix-above = bij GRIP { $level } in de regio: { $role }

# Proef vooraf
cli-preview-head = Als { $inject } nu wordt verstuurd ({ $from }): wat er is op { $until }, zonder en met, bij { $seeds } worpen
cli-preview-band = { $name }: nu { $now }; zonder { $without }, met { $with }
cli-preview-range = { $low } tot { $high }
cli-preview-foot = * verschil bij elke worp. Gespeeld door automatische spelers: mensen kunnen anders beslissen.
cli-no-such-inject = er is geen inject { $inject }: kies een code uit het draaiboek.

# Verzoeken intrekken, besluiten per ronde
command-withdraw = { $decision } ingetrokken.
event-withdrawn = { $from } heeft het verzoek aan { $to } ingetrokken ({ $decision }).
refusal-not-asker = alleen { $role } kan dit verzoek intrekken.
request-withdrawn = Ingetrokken door { $who } op { $time }: { $reason }

# Een rol overdragen
handover-seat = Wie de rol speelt
handover-measures = Maatregelen van deze rol
handover-pools = Verdeelafspraken die gelden
handover-asked = Verzoeken waarover deze rol aan zet is
handover-waits = Verzoeken die bij een ander liggen
handover-underway = Besluiten onderweg
handover-measure = { $measure }: van kracht sinds { $time }
handover-measure-until = { $measure }: van kracht tot { $time }
handover-measure-ordered = { $measure }: gaat in op { $time }
handover-pool = { $pool }: { $changes } ({ $until })
handover-request = { $from } aan { $to }: { $terms } Vervalt op { $time }
handover-order = { $decision } Komt aan op { $time }

## Tabs, operator mode, trying out, start, roles and variants on the screen

tabs-staff = Spelleiding
tabs-play = Spelen
tabs-reference = Naslag
tabs-keys = Ctrl+{ $key }, nog eens voor de volgende bladzijde
dock-back = Terug naar { $page }
eyes-chair = Stoel
eyes-means = Met wiens ogen u kijkt en in wiens naam u beslist; een rol ziet alleen wat haar is gemeld
eyes-seated = Aan tafel in deze oefening
eyes-staff = Gespeeld door staf of programma
tab-operator = Bediener
tab-roles = Rollen
operator-cards = Kaarten { $first } tot en met { $last }
operator-in-hand = Kaart { $number }: { $what } ({ $who })
operator-type = Kaartnummer en wat erop is ingevuld; ? legt uit
operator-last = Laatste besluiten van de rollen
preview-ask = Wat gebeurt er als dit nu wordt verstuurd?
preview-working = Wordt uitgeprobeerd op verborgen kopieën; de oefening merkt er niets van
preview-failed = Kon niet worden uitgeprobeerd
preview-again = Opnieuw uitproberen
preview-clear = Verschil bij elke worp
preview-no-difference = Geen enkel cijfer verschilt bij elke worp
preview-others = Overige cijfers
preview-row = nu { $now }; zonder { $without }; met { $with }
preview-now = Nu
preview-with = Met deze inject
preview-means = Drie dagen vooruit, gespeeld door automatische spelers; mensen kunnen anders beslissen; alleen voor de oefenleiding
fields-default = Zoals het was
fields-wrong-choice = Past niet bij wat verder is ingevuld; kies opnieuw
fields-wrong-date = Geen bestaande datum; schrijf jaar-maand-dag, zoals 2027-03-08
fields-wrong-words = Schrijf 1 tot 60 tekens, zonder aanhalingstekens en accolades
start-fields = Zelf in te vullen
start-faults = Eerst verbeteren wat hierboven rood is
start-safe = Uw oefening is veilig: ga verder op { $time }
start-lesson = Les voor één persoon, een kwartier
start-brief = { $span }, klok loopt door
start-brief-rounds = { $span } in { $rounds } ronden, { $minutes } min
start-rounds = Gespeeld in { $rounds } ronden, samen { $minutes } minuten
start-roles = Rollen aan tafel: { $roles }
start-roles-all = Rollen aan tafel: alle
start-injects = Berichten in het draaiboek: { $injects }
start-objectives = Wat de oefening moet laten zien
start-rehearse = Proefdraaien
start-rehearse-means = Speelt de hele oefening met automatische spelers en zegt wat op de dag mis zou gaan
start-rehearsing = De oefening speelt zichzelf…
start-lessons = Eerst leren
start-exercises = Oefeningen
start-closed = Bekijken
start-drop = Een opname of scenario kunt u ook op het venster slepen
start-leave = Naar het beginscherm
start-leave-means = De klok stopt; alles staat in de opname en u kunt later verdergaan
notice-leave-first = Deze oefening loopt nog. Ga eerst naar het beginscherm (Naslag, Instellingen); alles blijft bewaard.
notice-reread = { $file } is opnieuw gelezen.
notice-reread-later = { $file } is op schijf veranderd. Deze oefening gaat door met wat zij bij het begin las; begin haar opnieuw om de verandering te zien.
notice-reread-broken = { $file } is veranderd maar kan zo niet beginnen ({ $faults ->
    [one] één fout
   *[other] { $faults } fouten
}). Wat er stond, blijft staan. { $why }
start-broken = Zo kan deze oefening niet worden gespeeld
temper-means = Rollen die niemand speelt, worden door het programma gespeeld: voorzichtig grijpt vroeg en breed in, gedurfd laat en gericht
temper-all = Automatische spelers
temper-each = Per rol anders
temper-as-others = als de rest
roles-card = Rolkaart
roles-people = Wie speelt wie
roles-which = Rol
roles-handover = Overdragen
roles-seat = Plaats
roles-seat-means = 0 is de automatische speler; hoger is een persoon aan een tafel
roles-handover-now = Rol overdragen
roles-handover-page = Voor wie de rol overneemt
roles-nothing-waits = Er geldt of wacht niets in naam van deze rol
roles-search = Zoek op besluit, rol of grondslag
roles-search-none = Geen besluit gevonden
roles-each = Per rol
request-withdraw = Intrekken…
request-withdraw-why = Waarom intrekken
request-withdraw-now = Verzoek intrekken
branch-ask = Variant vanaf hier…
branch-sure = U gaat vanaf dit moment verder in een eigen opname; de oefening die u verlaat, blijft bewaard zoals zij is
branch-yes = Variant maken
branch-made = Variant vanaf { $time } gemaakt in { $file }; { $from } blijft zoals het was
branch-of = Dit is een variant van { $file }
branch-leave = Terug naar de oefening die u verliet

# Tweede venster, palet, toetsen, meldingen
board-measured = Gemiddeld over de inwoners van Nederland, zoals gemeld; bij een verplaatsing het deel dat over de grens is. De pijl zegt waar het in zes uur heen ging
board-waits = nog niemand over de grens
board-moves = onderweg
board-over = over de grens
board-late = te laat
key-left = Pijl links
key-right = Pijl rechts
bar-scenario-time = Tijd in het scenario: dag sinds het begin, en de datum erbij
bar-play-time = Speelduur in uren en minuten: de gespeelde tijd, pauzes niet meegeteld
bar-wall-time = Werkelijke tijd: hoe laat het in de zaal is. Staat hier alleen zolang de klok loopt
blank-now = Mijn scherm verbergen
blank-off = Mijn scherm weer tonen
blank-means = Alleen OEFENING, de naam en de klok blijven staan. De oefening en de opname gaan door
blank-back = Druk F8 om verder te gaan
second-title = Tweede scherm
second-for = Wat erop staat
second-table = Tafel { $table }
second-open = Tweede scherm openen
second-close = Tweede scherm sluiten
second-full = Dit venster beeldvullend, of niet meer
second-means = Toont alleen wat zo'n tafel of rol mag weten. Sluiten beëindigt de oefening niet; F11 maakt dat venster beeldvullend
notice-second-mirrored = De beeldschermen tonen hetzelfde beeld: wat u ziet, staat ook op de projector. Kies in het systeem "uitbreiden" in plaats van "dupliceren" (Windows: Windows-toets+P) en probeer het dan opnieuw.
notice-second-one = Er is maar één beeldscherm. Het tweede venster komt dan over het uwe te liggen, en wie meekijkt ziet allebei. Sluit de projector aan en kies "uitbreiden", of open het nu en schuif het zelf opzij.
second-anyway = Toch openen
cli-second-unknown = { $code } is geen beeld voor een tweede scherm. Mogelijk: { $list }
action-kind-clock = Klok
action-kind-page = Bladzijde
action-kind-screen = Scherm
action-kind-map = Kaart
action-kind-place = Plaats
action-kind-inject = Inject
action-kind-measure = Maatregel
action-kind-setting = Instelling
action-operator = Kaarten invoeren als bediener
action-script = Draaiboek in plaats van de kaart, of terug
key-shift = Shift
action-layer-show = Kaartlaag tonen: { $layer }
action-layer-hide = Kaartlaag verbergen: { $layer }
action-still = Rustig beeld: niets laten glijden
action-glide = Transporten weer laten glijden
key-space = Spatie
palette-title = Alles zoeken en doen
palette-hint = Zoek een bladzijde, plaats, inject, maatregel of instelling
sheet-title = Toetsen
sheet-focus = Tab gaat naar de volgende knop, Shift+Tab terug, Enter of spatie drukt erop. Esc sluit wat over het scherm ligt. Wat geen eigen toets heeft, staat in Ctrl+K
answers-title = Meldingen van deze stoel
happened-played = gespeeld { $played }
happened-clocks = gespeeld { $played } · { $wall } in de zaal
answers-none = Er is nog niets gevraagd of geweigerd
settings-theme-contrast = Hoog contrast
settings-motion = Beweging
settings-still = Rustig beeld
settings-still-means = Transporten springen per kwartier in plaats van te glijden
settings-kept = Taal, kleuren, tekstgrootte en beweging blijven bewaard voor de volgende keer
settings-keys-where = F1 toont alle toetsen, Ctrl+K zoekt alles wat er kan
notice-settings-broken = Uw bewaarde instellingen waren niet leesbaar en zijn opzijgezet als { $file }. Het programma begint met de gewone.
settings-not-kept = De instellingen konden niet worden bewaard: { $why }

## Script over the whole window, tables, charts

tab-script = Draaiboek
script-open = Draaiboek (F3)
script-to-map = Terug naar de kaart (F3)
script-part-table = Tabel
script-part-lanes = Tijdlijn
script-part-load = Belasting per rol
script-part-foresight = Vooruitblik
script-round = Ronde
script-day = Dag
script-text = Tekst
script-moment-means = Dit is geen moment; typ het als D+2 14:15, of als 14:15 op dezelfde dag
script-edit-means = Dubbelklik op een cel, of loop er met de pijltjes heen en druk op Enter, om moment, titel, tekst of ontvangers te veranderen
script-choose = Kies een inject in de tabel of op de tijdlijn
script-receivers-of = Ontvangers van { $inject }
script-receivers-all = Niemand aangevinkt betekent iedereen
script-by-storyline = Per verhaallijn
script-by-receiver = Per ontvanger
script-no-storyline = zonder verhaallijn
script-zoom-in = Dichterbij
script-zoom-out = Verder weg
script-zoom-all = Hele oefening
script-no-moment = Zonder vast moment
script-past = dat is al voorbij
script-move-to = { $inject } naar { $time }
script-nudge-means = Enter verzet
script-load-means = Per rol: berichten / berichten waarop een besluit wordt verwacht, zoals gepland
script-load-judged = Met minder dan twee besluiten in een ronde wacht een rol (⏷), met meer dan vier komt niemand aan praten toe (⏶)
script-load-cell = { $injects ->
    [one] 1 bericht, { $decisions } met een verwacht besluit
   *[other] { $injects } berichten, { $decisions } met een verwacht besluit
}
script-load-few = Minder dan twee: deze rol wacht
script-load-many = Meer dan vier: geen tijd om te praten
table-name = Tabel, pijltjes lopen door de regels
table-filter = Filteren
table-rows = { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
table-copy-means = Kopieert de regels zoals ze hier staan, om in een rekenblad te plakken
chart-unit = aanvragen per drie uur
unit-percent = procent
unit-hours = uur
unit-person-days = persoonsdagen
unit-megawatts = megawatt
unit-megawatt-hours = megawattuur
unit-kilo-euros = duizend euro
unit-class = klasse, 1 is A
foresight-ask = Vooruitkijken
foresight-means = Hoe het verder zou gaan met de geplande injects als iedereen door de automatische spelers werd gespeeld; mensen besluiten anders
foresight-failed = De vooruitblik is niet gelukt
foresight-head = Van { $from } tot { $until }, { $seeds } keer geworpen
foresight-now-end = Nu { $now }, aan het eind { $end }
tab-desk = Totaalbeeld
theme-population = Bevolking en voorzieningen
theme-order = Openbare orde en bestuur
theme-care = Zorg
theme-energy = Energie
theme-telecom = Telecom en ICT
theme-transport = Vervoer
theme-economy = Economie
theme-defence = Defensie
desk-picture = Beeld per thema, het zwakste voorop
desk-damages = { $count ->
    [0] Geen schade of storing bekend
    [one] 1 schade of storing bekend
   *[other] { $count } schades en storingen bekend
}
desk-age = oudste bericht { $span } oud
desk-inbox = Berichten
desk-unread = { $channel }: { $unread } ongelezen
desk-requests = Open verzoeken
desk-yours = wacht op u
desk-more-regions = en nog { $count } regio's
desk-rest = Nog { $count }
desk-own = Eigen middelen
desk-stands = Vrij
desk-refused-day = Geweigerd
desk-own-means = Geweigerd over de laatste 24 uur; dubbelklik of Enter opent het verdeelbord
desk-decided = Eigen besluiten
messages-only-unread = alleen ongelezen
messages-none-fit = Geen berichten op deze manier
split-title = Vrijgehouden per categorie
split-grip = Vrijgehouden voor { $class }: { $units }
split-rest = Voor wie eerst komt
split-means = Sleep het eind van een balk, of ga er met Tab heen en gebruik de pijltjes; omlijnd is gereserveerd, een haak is het maximum
split-too-much = { $kept } vrijgehouden van { $units }: dat is er niet
split-undo = Laatste besluit ongedaan maken
draft-working = De verwachting wordt uitgerekend
draft-granted = Toegekend vanaf nu
draft-refused = Geweigerd vanaf nu
draft-unit = aantal aanvragen
draft-legend = Gestreept zonder besluit, doorgetrokken met; het vlak ligt tussen het laagste en het hoogste van { $throws } worpen
table-as-table = Als tabel
table-kind = Soort
table-what = Wat
table-about = Waarover
table-figure = Cijfer
table-value = Waarde
table-source = Bron
table-sure = Zekerheid
table-from = Van
table-to = Aan
table-pieces = Stuks
table-ashore = Op de kade
table-across = Over de grens
desk-indicators = Verloop van de indicatoren

# De kaart: waarnaar gekleurd wordt
shell-filter = Zoek waarnaar gekleurd wordt
map-group-services = Voorziening
map-group-stocks = Voorraad
map-group-care = Zorg
map-group-people = Samenleving
map-group-effects = Gevolg
map-group-power = Stroom
map-group-staff = Personeel
map-group-economy = Economie
map-group-command = Bestuur
map-why-levels = Dezelfde klassen als overal in het programma
map-why-grip = Twee van de vijf stappen delen een kleur
map-why-beds = Vanaf 85 % vindt een ziekenhuis niet altijd meteen een bed (BMJ 1999; 319: 155); boven 100 % liggen mensen op de gang
map-why-staff = Een op de twintig is op een gewone dag ziek (CBS); onder vier vijfde breken roosters (schatting)
map-why-life = Een twintigste, een tiende, een kwart en de helft van het gewone leven valt weg (schatting)
map-why-store = Een week, drie dagen (wat huishoudens in huis horen te hebben), twee dagen, een dag
map-why-tens = Elke klasse is tien keer de vorige: van enkele mensen tot een hele regio
map-why-euros = Op een gewone dag wordt ongeveer 160 euro per inwoner verdiend (CBS)
map-why-parts = Een tiende, een kwart, de helft en drie kwart
map-why-round = Ronde grenzen, zonder norm
map-high-0 = bijna niet
map-high-1 = enige
map-high-2 = duidelijk
map-high-3 = veel
map-high-4 = zeer veel
map-low-0 = hoog
map-low-1 = redelijk
map-low-2 = matig
map-low-3 = laag
map-low-4 = zeer laag
legend-at-least = Vanaf { $from }
legend-below = Onder { $to }
legend-more-is-worse = meer is erger
legend-less-is-worse = minder is erger
legend-more-is-more = niet goed of slecht
legend-unit-store = dagen gewoon gebruik
legend-unit-megawatts = MW
legend-unit-thousand = per 1.000 inwoners
legend-unit-days-thousand = persoonsdagen per 1.000 inwoners
legend-unit-energy-thousand = MWh per 1.000 inwoners
legend-unit-hundred-thousand = per 100.000 inwoners
legend-unit-euros = euro per inwoner

# De kaart: gereedschap
map-follow = Volgen op de kaart
map-follows = Volgt { $name }
map-follow-gone = een transport dat niet meer onderweg is
map-measure = Meten
map-measure-how = Meten: klik op de kaart, Esc wist
map-measured = Hemelsbreed { $length }
map-picture = Afbeelding
notice-picture = De kaart staat als afbeelding en als tekening (SVG) in { $file }.
notice-picture-copied = De kaart staat als afbeelding en als tekening (SVG) in { $file }, en de afbeelding op het klembord.
map-caption = { $title } – { $time }
map-compare = Vergelijken
map-compare-end = Vergelijken beëindigen
map-compare-moment = Met een eerder moment
map-compare-day = Een dag eerder
map-compare-start = Het begin
map-compare-round = Begin van ronde { $number }
map-compare-typed = Met dit moment
map-compare-recording = Met een andere opname, op hetzelfde moment
map-compare-then = Eerder – { $time }
map-compare-now = Op het scherm – { $time }
map-compare-other = { $file } – { $time }
map-lapse = Terugkijken
map-lapse-round = Sinds het begin van de ronde, in een kwart minuut
map-lapse-day = De laatste 24 uur, in een kwart minuut
map-lapse-week = De laatste 7 dagen, in een kwart minuut
map-lapse-at = Terugkijken: { $time }
