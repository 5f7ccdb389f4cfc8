### Doorvoerland: every word a user reads. Same keys and variables in every language; checked by tests/text.rs.
### Style: no full stop after a label, no capitals inside it, no colon after it, an ellipsis on buttons that ask for more.

## General words

app-name = Doorvoerland
app-subtitle = exercise simulator
exercise-word = EXERCISE
no-play = NO PLAY
word-yes = Yes
word-no = No
word-cancel = Cancel
word-close = Close
word-save = Save
word-open = Open
word-back = Back
word-next = Next
word-apply = Apply
word-copy = Copy
word-remove = Remove
word-all = All
word-none = None
word-now = Now
word-unknown = Unknown
unknown-name = unknown
list-and = { $items } and { $last }
list-or = { $items } or { $last }

## Time

weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December
moment = { $time } ({ $day })
span-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
span-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
span-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
hours-one = { $hours } hour
hours-many = { $hours } hours
person-days =
    { $count ->
        [one] 1 person-day
       *[other] { $count } person-days
    }

## Amounts

units-rail =
    { $count ->
        [one] 1 train
       *[other] { $count } trains
    }
units-pipeline =
    { $count ->
        [one] 1 batch
       *[other] { $count } batches
    }
units-road =
    { $count ->
        [one] 1 vehicle
       *[other] { $count } vehicles
    }
units-water =
    { $count ->
        [one] 1 ship
       *[other] { $count } ships
    }
units-handling =
    { $count ->
        [one] 1 lift
       *[other] { $count } lifts
    }
units-plain = { $count }
units-teams =
    { $count ->
        [one] 1 crew
       *[other] { $count } crews
    }
units-pieces =
    { $count ->
        [one] 1 piece
       *[other] { $count } pieces
    }
units-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
per-hour = { $units } per hour
per-window = { $units } per { $hours } hours

## Vital processes

process-EL = Electricity
process-GAS = Gas
process-FUEL = Motor fuel
process-MOB = Mobile telephony
process-FIX = Fixed internet
process-PNT = Position and time (satellite)
process-EMC = Emergency calls and radio
process-WAT = Drinking water
process-SEW = Sewers and pumping
process-FOOD = Food
process-PAY = Payments
process-HOSP = Hospitals
process-CARE = GPs, home care, pharmacies
process-ROAD = Roads
process-RAIL = Railways
process-IWT = Waterways, locks and bridges
process-PORT = Ports and terminals
process-PUB = Police, fire service, guarding
process-GOV = Crisis decisions and broadcasting
process-LOG = Industry and distribution
process-AIR = Aviation
process-DEF = Sites of Defence

## Roles: official names

role-mccb = Ministerial crisis committee (MCCb)
role-iccb = Officials' crisis committee (ICCb) and advisory team
role-mp-parlement = Prime minister; parliament
role-nctv = National coordinator: NCTV, NCC and NKC
role-locc-kcr2 = National operations node LOCC-KCR2
role-mindef = Minister of Defence
role-cds = Chief of Defence, operations directorate
role-toc-dvvo = Territorial operations centre and movement control
role-rmoa = Regional military liaison
role-kmar = Military police
role-bz = Foreign affairs and the delegation to NATO
role-ienw = Infrastructure ministry
role-prorail = Rail manager ProRail
role-vervoerders = Carriers
role-rijkswaterstaat = Road and water manager Rijkswaterstaat
role-havenmeester = Harbour master
role-terminaloperator = Terminal operator
role-havenburgemeester = Mayor of the port municipality
role-veiligheidsregio = Chair of the safety region, policy team
role-rot = Regional operational leader
role-politie-om = Police and prosecution
role-ghor = Medical chain, first hours
role-ziekenhuizen = Hospitals
role-vws = Health ministry
role-ezk-gts = Energy ministry and gas operator
role-netbeheerders = Grid operators
role-telecom = Telecom providers
role-water = Water authority and drinking water company
role-voedsel-betalen = Food chains and payments
role-gemeenten = Reception and local government

## Roles within a sentence: short, with their article

owner-mccb = the crisis committee MCCb
owner-iccb = the officials' committee ICCb
owner-mp-parlement = the prime minister with parliament
owner-nctv = the national coordinator NCTV
owner-locc-kcr2 = LOCC-KCR2
owner-mindef = the Minister of Defence
owner-cds = the Defence operations directorate
owner-toc-dvvo = Defence movement control
owner-rmoa = the regional military liaison
owner-kmar = the military police
owner-bz = the foreign ministry
owner-ienw = the infrastructure ministry
owner-prorail = ProRail
owner-vervoerders = the carriers
owner-rijkswaterstaat = Rijkswaterstaat
owner-havenmeester = the harbour master
owner-terminaloperator = the terminal operator
owner-havenburgemeester = the mayor of the port municipality
owner-veiligheidsregio = the chair of the safety region
owner-rot = the operational leader
owner-politie-om = police and prosecution
owner-ghor = the medical chain
owner-ziekenhuizen = the hospitals
owner-vws = the health ministry
owner-ezk-gts = the energy ministry with the gas operator
owner-netbeheerders = the grid operators
owner-telecom = the telecom providers
owner-water = the water authority and the drinking water company
owner-voedsel-betalen = the food and payment chains
owner-gemeenten = the municipalities
owner-manager = the manager

## Tables in the room

table-rijk = Government
table-regio = Safety regions
table-defensie = Defence
table-infra = Infrastructure
table-haven = Ports
table-zorg = Health care
table-energie = Energy and telecom
table-excon = Response cell

## Categories, as labels and within a sentence

class-urgent-military = Urgent military transport
class-medical = Medical and emergency services
class-life-support = Basic needs
class-military = Military transport
class-passenger = Passengers
class-commercial = Other freight
class-inside-urgent-military = urgent military transport
class-inside-medical = medical transport and emergency services
class-inside-life-support = basic needs
class-inside-military = military transport
class-inside-passenger = passengers
class-inside-commercial = other freight
class-life-support-means = Water, food, fuel, medicines and fuel for power plants

## Transport modes, fleets and crews

mode-rail = Rail
mode-road = Road
mode-water = Water
mode-pipeline = Pipeline
fleet-flat-wagon-sets = Heavy flat wagons
fleet-convoys = Road convoys
fleet-barges = Barges and pontoons
fleet-low-loaders = Low loaders by road
fleet-ammunition-trains = Ammunition trains
good-food = Food
good-fuel = Fuel
good-medicines = Medicines
good-industry = Industrial materials
good-kerosene = Jet fuel
pool-vehicles-flat-wagons = Heavy flat wagons (sets)
pool-vehicles-locomotives = Freight locomotives
pool-vehicles-diesel-locomotives = Diesel locomotives
pool-vehicles-drivers = Freight train drivers (shifts)
pool-vehicles-barges = Barges and pontoons
pool-vehicles-low-loaders = Low loaders (columns)
pool-vehicles-convoys = Road convoys
pool-teams-escorts = Convoy escorts
pool-teams-guards-tmo = Guards on the military object
pool-teams-guards-public = Guards in public space
pool-crews-rail = Rail repair crews
pool-crews-grid = Power and gas repair crews
pool-crews-telecom = Telecom repair crews
pool-crews-water = Water repair crews
pool-crews-civil = Road, lock and quay crews
pool-crews-it = Digital response teams
pool-permits-convoys = Convoy permits
pool-berths-vlissingen = Berths Vlissingen-Oost
pool-berths-waalhaven = Berths Waal- and Eemhaven
pool-berths-maasvlakte = Berths Maasvlakte
pool-berths-moerdijk = Berth Moerdijk
pool-berths-amsterdam = Berths Amsterdam Westhaven
pool-berths-eemshaven = Berths Eemshaven
pool-berths-den-helder = Berths Den Helder
pool-berths-harlingen = Berth Harlingen
pool-berths-amsterdam-bulk = Breakbulk berths Amsterdam Westhaven
pool-berths-eemshaven-bulk = Breakbulk berths Eemshaven
pool-berths-maasvlakte-container = Container berths Maasvlakte
pool-berths-moerdijk-bulk = Breakbulk berths Moerdijk
pool-berths-vlissingen-bulk = Breakbulk berths Vlissingen-Oost
pool-berths-waalhaven-container = Container berths Waalhaven and Eemhaven
pool-beds-transit = Beds for troops in transit
pool-stock-meals = Meals
pool-stock-water = Drinking water on site (m³)
pool-stock-fuel = Fuel for troops (m³)
pool-kind-held = On loan
pool-kind-crews = Repair crews
pool-kind-stock = Stock
kind-tracked = tracked vehicles
kind-wheeled = wheeled vehicles
kind-container = containers
kind-ammunition = ammunition
kind-fuel = fuel

## Legal bases: name, what it gives, how long it usually takes

basis-g0 = own authority or contract
basis-g0-means = The owner decides about what is his
basis-g0-delay = at once to 1 hour
basis-g1 = request and agreement
basis-g1-means = Ask, bargain, pay; refusal is normal
basis-g1-delay = half an hour to 2 hours
basis-g2 = assistance
basis-g2-means = People and means from police, military police and Defence through the LOCC (safety regions act art. 51, police act 2012)
basis-g2-delay = 2 to 12 hours
basis-g3 = local and regional emergency orders
basis-g3-means = An order in one municipality or region (safety regions act art. 39)
basis-g3-delay = within 1 hour
basis-g4 = sectoral crisis powers
basis-g4-means = Gas levels, oil stocks, urgent trains, water priority order, telecom
basis-g4-delay = 1 to 6 hours
basis-g5 = emergency provisions by royal decree
basis-g5-means = Single articles of emergency acts on proposal of the prime minister; a bill goes to parliament at once
basis-g5-delay = 12 to 24 hours
basis-g6 = state of emergency
basis-g6-means = Wide powers and limits on basic rights; parliament decides on continuation
basis-g6-delay = 24 to 48 hours
basis-with-code = { $code } { $name }
basis-title = Legal basis
power-plan-movements = Planning movements
power-designate-urgent = Designating military transport urgent, together with the other ministry

## Places, stretches and transports

node-seaport = Seaport terminal
node-inland = Inland terminal or distribution point
node-yard = Rail yard
node-airfield = Airfield
node-lock = Lock
node-junction = Junction or bridge
node-border = Border crossing
node-abroad = Across the border
edge-rail = rail line { $from }–{ $to }
edge-road = road { $from }–{ $to }
edge-water = waterway { $from }–{ $to }
edge-pipeline = pipeline { $from }–{ $to }
link-rail = the rail line from { $from } to { $to }
link-road = the road from { $from } to { $to }
link-water = the waterway from { $from } to { $to }
link-pipeline = the pipeline from { $from } to { $to }
target-process = { $process } in { $region }
target-terminal = terminal { $place }
target-crossing = what lies behind { $place }
transport-freight-rail = freight train { $number }
transport-freight-road = truck group { $number }
transport-freight-water = cargo ship { $number }
transport-freight-pipeline = fuel batch { $number }
transport-unit-rail = train { $number } of { $name }
transport-unit-road = convoy { $number } of { $name }
transport-unit-water = barge { $number } of { $name }
transport-unit-pipeline = batch { $number } of { $name }
transport-special = { $name } ({ $number })
ship-of = ship { $number } of { $movement }
share-of-destination = { $mode } to { $place } { $share }
figure-value = { $figure }: { $value }
phase-gone = Out of sight
phase-loading = Being loaded
phase-waiting = Waits for room to leave
phase-moving = Under way
phase-held = Stopped, waits for another way
phase-sheltered = Stands on a safe siding
phase-stalled = Stands still in an unsafe place

## How well something works

level-normal = normal
level-hindered = hindered
level-limited = limited
level-severe = severely limited
level-out = out of service
trend-up = better
trend-down = worse
trend-steady = steady
damage-physical = physical damage
damage-digital = digital disruption
damage-human = disruption by people
damage-on-edge = { $damage } on { $what }
damage-in-process = { $damage } to { $what }
damage-at-terminal = { $damage } at { $what }
damage-behind-crossing = { $damage }: { $what }

## What is measured

metric-level = Working order
metric-worst-level = Weakest service
metric-unmet-need = What people went without
metric-delivered = Share across the border
metric-delivered-pieces = Pieces across the border
metric-ashore = Pieces on the quay
metric-waiting = Waiting for room
metric-moving = Under way
metric-terminal-queue = Queue
metric-refused = Refused requests
metric-civil-delay = Delay of civil transport
metric-ammunition-stalled = Ammunition trains still in unsafe places
metric-open-damages = Open damage and disruptions
metric-in = { $name } in { $place }
metric-nationwide = { $name } nationwide
metric-of = { $name }, { $about }

## Injects: state, channel, receivers

inject-state-on-hold = on hold
inject-state-ready = ready
inject-state-sent = sent
inject-state-skipped = dropped
channel-call = telephone
channel-mail = mail or letter
channel-report = situation report
channel-news = news
channel-social = social media
channel-nl-alert = NL-Alert
receivers-all = everybody

## Markings and life of an exercise

marking-public = public
marking-internal = internal
marking-restricted = restricted (departementaal vertrouwelijk)
marking-line = { $exercise } – { $marking }
life-ready = READY
life-startex = STARTEX
life-pause = PAUSE
life-endex = ENDEX
life-hot-wash = HOT WASH
life-closed = CLOSED

## Who does something, and causes

actor-lead = Exercise lead
actor-clock = Clock
actor-auto = { $role } (response cell)
decision = decision { $number }
decision-of-auto = decision { $number } by { $who } (response cell)
decision-of = decision { $number } by { $who }
decision-of-lead = intervention { $number } by the exercise lead
decision-of-clock = step { $number } of the clock
cause-line = Cause: { $cause }.
cause-routine = the ordinary course of things
cause-scenario = the starting situation of the scenario
cause-inject = inject { $inject }
cause-process = disruption of { $process }
cause-damage = { $damage } caused by { $cause }
cause-damage-past = damage or disruption that is over
why-nothing = { $what }: works normally.
why-lacking = { $what }: not fully working.
why-first = That is because of { $cause }
why-next = and that because of { $cause }
why-restart = What held it back is easing, and recovery is under way.

## Events

event-inject-sent = Inject { $inject } sent to { $receivers } ({ $channel }).
event-inject-held = Inject { $inject } put on hold.
event-inject-released = Inject { $inject } released again.
event-inject-moved = Inject { $inject } moved to { $time }.
event-inject-skipped = Inject { $inject } dropped.
event-inject-invented = Inject { $inject } added during the exercise.
event-damaged = { $damage }: { $loss } lost.
event-repair-started = Repair begun on { $what }.
event-repaired = Resolved: { $what }.
event-repair-ordered = Repair order changed for { $what }.
event-level-fell = { $what }: from { $from } to { $to }.
event-level-rose = { $what }: recovers from { $from } to { $to }.
event-edge-closed = { $what } is closed.
event-edge-opened = { $what } is open again.
event-traction-lost = The overhead wire in { $region } has no power: electric trains stop before it, others run as far as there are diesel locomotives.
event-traction-back = The overhead wire in { $region } has power again.
event-ship-berthed = { $ship } is at the quay ({ $port }).
event-ship-unloaded = { $ship } is unloaded ({ $port }).
event-ship-shifted = { $ship } now arrives at { $time }.
event-diverted = { $ship } diverts to { $place }: the airfield is closed.
event-departed = { $transport } has left { $place }.
event-held = { $transport } has been stopped at { $place }.
event-rerouted = { $transport } goes on from { $place } by another way.
event-arrived = { $transport } has arrived at { $place }.
event-ammunition-stalled = Ammunition train { $number } stands still at { $place }, outside a safe siding.
event-ammunition-sheltered = Ammunition train { $number } is diverted to a safe siding at { $place }.
event-ammunition-danger = Round ammunition train { $number } at { $place } a safety distance of { $distance } m (fictitious) holds: about { $people } people must leave.
event-ammunition-told = { $role } knows that ammunition train { $number } stands still at { $place }.
event-ammunition-crowd = { $people } people stand round ammunition train { $number } at { $place }, more than the guards can keep off the track: the train cannot leave.
event-movement-completed = Movement { $movement } is completely across the border.
event-movement-late =
    Movement { $movement } misses its date: { $missing ->
        [one] 1 piece is missing.
       *[other] { $missing } pieces are missing.
    }
event-movement-planned = Plan of movement { $movement } changed.
event-policy-set = New allocation agreement for { $pool }.
event-policy-ended = Allocation agreement for { $pool } has ended, the ordinary one holds again.
event-designated = { $role } designates { $movement } as urgent military transport.
event-basis-from = { $role } provides the basis for { $what } on { $pool }; in force from { $time }.
event-basis-part = { $role } provides the basis for { $what } on { $pool }; somebody else still has to agree.
event-asked = { $from } asks something of { $to } ({ $decision }).
event-agreed = { $to } agrees to the request of { $from } ({ $decision }).
event-declined = { $to } declines the request of { $from } ({ $decision }).
event-countered = { $to } makes a counter-offer to the request of { $from } ({ $decision }).
event-countered-back = { $from } makes a counter-offer to { $to } about its own request ({ $decision }).
event-agreed-back = { $from } agrees to the counter-offer of { $to } to its own request ({ $decision }).
event-declined-back = { $from } declines the counter-offer of { $to } to its own request ({ $decision }).
event-lapsed = the request of { $from } to { $to } has lapsed: nobody answered in time ({ $decision }).
event-arrival-waits = { $ship } is there but waits for { $pool }.
event-made-way = { $transport } has to make way for urgent military transport and stops at { $place }.
event-shifted = { $transport } waits too long and goes on by { $mode }.
event-corrected = The exercise lead corrects a figure, { $figure }.
event-refused-late = { $decision } does not take effect. { $refusal }

## Commands

record-line = { $decision }, { $time }: { $what }
command-with-reason = { $what } Reason: { $reason }.
command-policy = Allocation agreement for { $pool }: { $changes }.
command-policy-until = Allocation agreement for { $pool } until { $until }: { $changes }.
command-repair-earlier = Repair earlier: { $what }.
command-repair-later = Repair later: { $what }.
command-repair-default = Repair in the ordinary order: { $what }.
command-plan = Movement { $movement }: { $shares }.
command-plan-hold = Movement { $movement }: { $shares }; departures stopped.
command-designate = { $movement } designated as urgent military transport.
command-basis = basis provided for { $what } on { $pool }.
command-ask-policy = request to { $owner } about { $pool }: { $changes } ({ $until }).
command-ask-basis = request to { $owner } for the basis for { $what } on { $pool }.
command-ask-measure = request to { $owner } for assistance: { $measure }.
command-agree = agreed to { $decision }.
command-decline = { $decision } declined.
command-counter = counter-offer in { $decision }: { $terms }.
terms-policy = { $pool }: { $changes } ({ $until })
terms-basis = the basis for { $what } on { $pool }
terms-measure = the measure { $measure }
terms-pay = { $what }, for a payment of { $offer } thousand euros
terms-no-pay = { $what }, without payment
request-offer = Offer: { $offer } thousand euros.
request-no-end = without an end
order-port = { $ship } to { $port }
order-staging = gather at { $place }
order-no-staging = without a staging area
order-kinds = order: { $kinds }
order-corridor = { $fleet } by way { $number } only
command-fire = Send inject { $inject } now.
command-hold = Put inject { $inject } on hold.
command-release = Release inject { $inject }.
command-move = Move inject { $inject } to { $time }.
command-skip = Drop inject { $inject }.
command-invent = New inject { $inject }.
command-correct = Figure corrected, { $figure }.
policy-default = as usual
policy-order = priority order { $order }
policy-minimum = minimum { $amount } for { $class }
policy-no-minimum = no minimum for { $class }
policy-cap = maximum { $amount } for { $class }
policy-no-cap = no maximum for { $class }
policy-day = at most { $amount } a day for { $class }
policy-no-day = no daily maximum for { $class }
policy-holder-demand = transport from { $from } to { $to }
policy-reserved = { $amount } kept for { $holder }

## Refusals: the obstacle, who decides, what is missing, what one can do instead

refusal-not-owner = { $owner } decides about { $pool } ({ $own }). Ask { $owner }: { $request } usually takes { $delay }, and may be refused.
refusal-basis-missing = { $owner } may not decide alone on { $what } on { $pool }. What is missing is { $basis }; it can come from { $provider } and takes about { $delay }. What is possible: { $instead }.
refusal-basis-not-yet = The basis for { $what } has been provided but holds only from { $time }. Let the decision take effect then.
refusal-not-provider = This basis can only come from { $providers }. Ask there.
refusal-not-designator = Urgent military transport is designated by two ministries together, among them { $role }. Ask there.
refusal-done-already = That has been done already.
refusal-not-turn = it is up to { $owner } to answer this request or make a counter-offer now.
refusal-answered = This request has been answered already. Make a new one.
refusal-lapsed = This request lapsed at { $time }: nobody answered in time. Make a new one.
refusal-lapses-before = This request lapses at { $time }, before this would take effect. Let it take effect by then.
refusal-terms-replaced = Other terms were proposed after this decision. Look at those and answer again.
refusal-same-terms = These are the terms that lie there already. Agree to them, decline them or change something.
refusal-other-subject = A counter-offer is about the same thing as the request. Make a separate request for anything else.
refusal-asked-oneself = This role can decide that itself; no request is needed.
refusal-kind-stranded = like this the { $kind } of { $movement } stay behind: none of the chosen ways can carry them. Give a way that can a share.
refusal-no-such-choice = That cannot be chosen for { $movement }: the port, staging area, way or order does not exist, or the ship is at the quay already.
refusal-unknown-request = This request does not exist.
refusal-not-crew-owner = { $owner } sends these repair crews. Ask { $owner }: request and agreement usually takes { $delay }.
refusal-not-planner = { $owner } plans military movements. Ask { $owner }: request and agreement usually takes { $delay }.
refusal-no-planner = No role in this exercise plans military movements. Ask the exercise lead.
refusal-lead-only = Only the exercise lead can do this. Ask the exercise lead.
refusal-in-the-past = { $time } is past, it is { $now } now. Let it take effect from now, or make a variant from that moment.
refusal-too-far-ahead = That is too far ahead, the last moment is { $last }. Choose an earlier moment.
refusal-unknown-pool = This scarce capacity does not exist. Choose one from the allocation board.
refusal-unknown-damage = This damage is gone or ends by itself. Choose another.
refusal-unknown-movement = This movement does not exist. Choose one from the list.
refusal-unknown-inject = This inject does not exist. Choose one from the list.
refusal-unknown-figure = This figure cannot be corrected because it does not exist.
refusal-unknown-target = The inject names something that does not exist. Check receivers, effects and moment.
refusal-unknown-role = This role does not exist in this exercise.
refusal-inject-sent = inject { $inject } was sent already. Take one from the shelf or make a new one.
refusal-inject-skipped = inject { $inject } was dropped. Take one from the shelf or make a new one.
refusal-inject-code-taken = There is an inject with code { $code } already. Choose another code.
refusal-order-incomplete = The priority order must name every category exactly once.
refusal-minima-too-high = the minima for { $pool } do not fit: the narrowest part has { $capacity }, and a minimum may not exceed its maximum. Lower a minimum.
refusal-no-day-cap = { $pool } cannot have a maximum a day: the crews are divided anew all the time. Use the maximum, which is the number of crews at a time.
refusal-reservation-wrong = A reservation on { $pool } cannot be like this: choose a movement, train or demand that uses it, at most once, and at least 1. Repair crews cannot be kept for one movement.
refusal-shares-wrong = The shares of movement { $movement } must add up to 100 %, one share for each destination.
refusal-reason-missing = Give a reason: it belongs to the decision.
refusal-text-bad = The text is longer than { $limit } characters or holds characters that cannot be used. Shorten it or type it again.
refusal-ends-before-start = The agreement ends before it begins. Choose a later end.
limit-minimum-any = a guaranteed minimum for { $class }
limit-minimum-above = a minimum above { $amount } for { $class }
limit-day-above = more than { $amount } a day for { $class }
limit-cap-below = a maximum below { $amount } for { $class }
limit-cap-above = a maximum above { $amount } for { $class }
limit-cap-any = deployment for { $class }
limit-before = { $first } before { $second }
instead-no-minimum = setting no minimum for { $class }
instead-minimum = keeping the minimum for { $class } at { $amount } or lower
instead-day = staying at { $amount } a day for { $class }
instead-cap = keeping the maximum for { $class } at { $amount } or higher
instead-cap-within = keeping the maximum for { $class } at { $amount } or lower
instead-cap-none = deploying nothing for { $class }
instead-order = keeping { $second } before { $first }

## Why a transport cannot go

binding-closed = { $link } is closed. What helps: repair, or another way or mode.
binding-slots = { $link } is full from { $from } to { $to }. What helps: leaving later, another way, or less other traffic ({ $owner } decides).
binding-neighbour = The neighbour takes over no more than { $slots } at { $place }. What helps: another crossing, leaving later, or an arrangement with the neighbours.
binding-kept-free = What is left on { $link } from { $from } to { $to } is kept free for others. What helps: leaving later, or a lower minimum or fewer reservations for the others ({ $owner } decides).
binding-cap = This category has reached its maximum on { $link } from { $from } to { $to }. What helps: leaving later, or a higher maximum ({ $owner } decides).
binding-day-cap = The daily maximum for this category on { $pool } is reached. What helps: waiting for the next day, another way, or a higher maximum ({ $owner } decides).
binding-no-way = There is no open way to the destination. What helps: repair, or another mode or destination.
binding-handling = Handling at { $place } is full or kept free for others. What helps: waiting, another terminal, or another allocation agreement ({ $owner } decides).
binding-units = All of { $pool } is in use, let by contract or meant for others. What helps: waiting until something comes back, another way or place, or another division (up to { $owner }).
binding-crews = { $pool }: all at work or meant for other categories. What helps: waiting until a repair is done, another order of repair, more crews, or another division (up to { $owner }).
binding-quay-full = The yard at { $place } is full of military materiel. What helps: more departures, or the next ship to another port.
binding-crowd = People stand on the track round the train at { $place } and there are too few guards. What helps: more guards outside the military object, or assistance by the armed forces (G2).
binding-convoy-hours = No convoys are allowed on { $link } around { $from }. What helps: leaving later, or another way or mode.
binding-ceiling = The day's ceiling for dangerous goods on { $link } is reached. What helps: waiting until the next day, or another way.
way-out-later = Way out: leave at { $time } ({ $delay } later); then a path is still free.
way-out-mode = Way out: by { $mode }, where there is room now; that takes { $delay } longer.
way-out-mode-at-once = Way out: by { $mode }, where there is room now without a longer journey.
way-out-port = Way out: to { $place }, where a berth is free; that takes { $delay } longer over land.
way-out-port-at-once = Way out: to { $place }, where a berth is free and the way to the border is no longer.
way-out-units = Way out: wait; at { $time } something of { $pool } comes back (in { $delay }).
way-out-owner = Way out: ask { $owner } for another division of { $pool }; an agreement usually takes { $delay }.
way-out-basis = Way out: { $what }. That needs { $basis } from { $providers }; it takes about { $delay }.

## Effects, triggers and conditions, for the exercise lead

effect-damage = { $damage }: { $loss } lost, about { $work } of work for one crew ({ $crew }), at most { $teams } at a time.
effect-damage-later = { $damage }: { $loss } lost, about { $work } of work for one crew ({ $crew }), at most { $teams } at a time, repair can begin after { $lag }.
effect-impair = { $damage }: { $loss } lost for { $lasts }.
effect-ship-earlier = { $ship } arrives { $span } earlier.
effect-ship-later = { $ship } arrives { $span } later.
effect-demand = Transport demand for { $class } is { $share } of normal for { $lasts }.
effect-low-rhine = The Rhine is low: ships load { $share } for { $lasts }.
effect-low-maas = The Meuse is low: ships load { $share } for { $lasts }.
effect-units-more = { $pool }: { $units } more.
effect-units-fewer = { $pool }: { $units } fewer.
trigger-at = At { $time }
trigger-with = Together with inject { $inject }
trigger-after = { $span } after inject { $inject }
trigger-when = As soon as: { $condition }
trigger-when-from = As soon as: { $condition }, not before { $time }
trigger-manual = By hand
condition-at-least = { $name } at least { $value }
condition-at-most = { $name } at most { $value }
condition-sent = inject { $inject } sent
condition-from = { $time } or later
condition-not = not ({ $condition })

## The window: bar on top, map, panels

shell-lens = Colour by
shell-layers = Map layers
shell-search = Find a place, line or transport
shell-nothing-found = Nothing found
shell-nothing-selected = Click on the map to look at something
shell-show-all = Whole country
shell-inspector = Details
shell-theme = Light or dark
shell-text-size = Text size
shell-clock-start = To the start
shell-clock-back = One step back
shell-clock-run = Run
shell-clock-pause = Pause
shell-clock-step = One step on
shell-clock-end = To the latest moment
shell-copy-map = Copy map as picture
shell-zoom-in = Zoom in
shell-zoom-out = Zoom out
clock-scenario-time = Scenario time
clock-play-time = Time played { $time }
clock-wall-time = Real time { $time }
clock-wall-short = Real { $time }
clock-speed = Speed
clock-speed-real = Real time
clock-speed-quarter = A quarter of an hour a second
clock-speed-hour = An hour a second
clock-speed-hours = { $hours } hours a second
clock-speed-day = A day a second
clock-step-hour = One hour on
clock-step-day = One day on
clock-to-inject = To the next inject
clock-to-time = To a moment…
clock-paused = Clock stands still
clock-running = Clock is running
clock-capped = Runs as fast as this computer can
clock-startex = Give STARTEX…
clock-endex = Give ENDEX…
clock-round = Round { $number }
clock-round-left = round { $number }: { $time } left
clock-run-round = Run the round
tab-inspector = Details
tab-injects = Injects
tab-board = Allocation board
tab-messages = Messages
tab-decisions = Decisions
tab-movements = Movements
tab-repair = Repair
tab-why = Why
tab-about = About
tab-settings = Settings

## Map layers, legend, source line

layer-regions = Safety regions
layer-water = Water
layer-neighbours = Neighbouring countries
layer-rail = Railways
layer-road = Motorways
layer-waterway = Waterways
layer-pipeline = Pipelines
layer-ports = Ports and terminals
layer-places = Places
layer-airports = Airports
layer-stations = Stations
layer-yards = Rail yards
layer-borders = Border crossings
layer-load = Load of the network
layer-transports = Transports
layer-incidents = Damage and disruptions
layer-labels = Names
legend-title = Legend
legend-no-report = No report
legend-old-report = Report of { $time }
legend-load = Load
legend-load-free = Room
legend-load-busy = Busy
legend-load-full = Full
legend-closed = Closed
legend-damage = Damage or disruption
legend-terminal = Terminal with its queue
legend-transport-military = Military transport
legend-transport-civil = Civil transport
legend-transport-stopped = Stopped transport
legend-ammunition = Ammunition train
legend-from-to = { $from } to { $to }
map-credit = Map: { $sources }
map-scale = Scale

## Inspector

inspector-region = Safety region
inspector-population = Inhabitants
inspector-stores = In store
inspector-services = Vital processes
inspector-report-now = According to the latest report
inspector-report-at = Report of { $time }
inspector-no-report = No report received yet
inspector-why = Why
inspector-limited-by = What limits it
inspector-need = Shortage
inspector-kind = Kind
inspector-mode = Mode
inspector-from = From
inspector-to = To
inspector-length = Length
inspector-transit = Travel time
inspector-capacity = Capacity
inspector-capacity-normal = Ordinary capacity
inspector-booked = Booked this hour
inspector-free = Free this hour
inspector-direction = Towards { $place }
inspector-handling = Handling
inspector-queue = Queue
inspector-ships = Ships at the quay
inspector-ashore = Pieces on the quay
inspector-safe-haven = Safe siding for ammunition
inspector-berths-roro = Ro-ro berths
inspector-berths-container = Container berths
inspector-berths-bulk = Dry cargo berths
inspector-berths-tanker = Tanker berths
inspector-tracks-740 = Tracks of 740 m
inspector-accepts = Taken over by the neighbour, each way
inspector-a-day = { $count } a day
inspector-train-length = Longest train
inspector-axle-load = Heaviest axle load
inspector-wire = Overhead wire
inspector-dangerous = Ceiling for dangerous goods
inspector-trains-a-day =
    { $count ->
        [one] 1 train a day
       *[other] { $count } trains a day
    }
inspector-tunnel = Tunnel, closed to dangerous goods
inspector-convoys = Military convoys may enter
inspector-convoy-hours = from { $from }:00 to { $to }:00
inspector-lock = With a lock
inspector-gauge = Loading depth depends on
inspector-gauge-rhine = the level of the Rhine
inspector-gauge-maas = the level of the Meuse
inspector-damage = Damage and disruptions
inspector-damage-loss = Loss
inspector-damage-work = Work left
inspector-damage-crews = Crews at work
inspector-damage-waits = Repair can begin at { $time }
inspector-damage-ends = Over at { $time }
inspector-owner = Manager
inspector-pool = Scarce capacity
inspector-class = Category
inspector-cargo = Cargo
inspector-phase = Status
inspector-since = Since
inspector-departed = Left
inspector-arrives = Arrives
inspector-waits-for = Waits for
inspector-movement = Movement
inspector-personnel = Soldiers
inspector-nation = Nation
inspector-pieces = Pieces
inspector-piece-kind = Kind of materiel
inspector-delivered = Across the border
inspector-due = Due
inspector-late = Late
inspector-on-time = On time
inspector-completed = Completely across the border at { $time }
inspector-shares = Shares
inspector-on-hold = Departures stopped
inspector-source = Source
inspector-confidence = Confidence
confidence-a = A: measured or officially published
confidence-b = B: from the press or derived
confidence-c = C: our own estimate
inspector-corrected = Corrected by the exercise lead
inspector-correct = Correct figure…

## Injects and their editor

inject-list = Injects
inject-shelf = On the shelf
inject-over = Sent or skipped
inject-empty = No injects
inject-next = Next inject
inject-code = Code
inject-title = Title
inject-text = Text for the receivers
inject-sender = Sender
inject-receivers = Receivers
inject-channel = Channel
inject-state = State
inject-moment = Moment
inject-trigger = When
inject-effects = Effects
inject-effect-after = Effects after { $span }
inject-objectives = Objectives
inject-expected = Expected action
inject-question = Question for observers
inject-staff-note = Note for the staff
inject-dutch = Dutch
inject-english = English
inject-fire = Send now
inject-hold = Put on hold
inject-release = Release
inject-move = Move…
inject-skip = Drop…
inject-invent = New inject…
inject-add = Add
inject-preview = What this would do
inject-no-effects = No effects, only a message
inject-add-effect = Add effect…
inject-effect-damage = Damage that needs repair
inject-effect-impair = Disruption that ends by itself
inject-effect-ship = Ship earlier or later
inject-effect-demand = More or less demand
inject-effect-units = More or less of a scarce capacity
inject-field-target = What is hit
inject-field-kind = Kind
inject-field-loss = Loss in per cent
inject-field-work = Work in hours
inject-field-crews = Repair crews
inject-field-crews-max = Crews at a time
inject-field-lasts = Duration in hours
inject-field-at = Moment
inject-confirm-fire = Send inject { $inject } now?
inject-confirm-skip = Drop inject { $inject }?

## Allocation board

board-title = Allocation board
board-ledger = Ledger
board-pool = Scarce capacity
board-claim = Request
board-class = Category
board-owner = Decided by { $owner }
board-asked = Asked
board-granted = Granted
board-used = Used
board-refused = Refused
board-minimum = Minimum
board-maximum = Maximum
board-per-day = Per day
board-reserved = Kept for one movement
board-reserve-for = Keep for…
board-reserve-drop = Drop
panel-reserved-means = Nobody else gets these, not even in the same category; they count in the minimum of the category
board-no-limit = None
board-order = Priority order
board-order-up = Served earlier
board-order-down = Served later
board-reason = Reason
board-starts = Takes effect
board-starts-now = At once
board-until = Until
board-until-revoked = Until further notice
board-policy = Allocation agreement
board-policy-default = Ordinary allocation agreement
board-policy-since = Allocation agreement of { $time }
board-limits = What needs more than own authority
board-capacity = Room on the narrowest part: { $amount }
board-set = Set…
board-reset = Back to the ordinary agreement
board-changes = What changes
board-no-changes = No change
board-forecast = Forecast for 72 hours
board-binding = Why refused
board-period-hour = This hour
board-period-day = Today
board-period-all = Since the start
board-as-role = On behalf of
board-for-whom = Role

## Movements and repair

movement-title = Movements
movement-plan = Set shares…
movement-stop = Stop departures
movement-resume = Resume departures
movement-progress = { $delivered } of { $pieces } across the border
movement-none = No movements in this scenario
repair-title = Repair
repair-none = No damage or disruptions
repair-crews = { $teams } at work, { $free } of { $total } free
repair-earlier = Earlier
repair-later = Later
repair-expected = Ready around { $time }

## Messages, decisions, timeline

messages-title = Messages
messages-empty = No messages yet; they come in here as soon as time runs
messages-from = From { $sender }
messages-to = To { $receivers }
messages-unread =
    { $count ->
        [one] 1 new message
       *[other] { $count } new messages
    }
decision-title = Decisions
decision-none = No decisions yet
decision-new = New decision…
decision-picture = Picture
decision-judgement = Judgement
decision-decision = Decision
decision-waiting = Takes effect at { $time }
decision-refused = Refused
decision-confirm = Record decision
timeline-title = Timeline
timeline-injects = Injects
timeline-decisions = Decisions
timeline-movements = Movements
timeline-disruptions = Disruptions
timeline-thresholds = Thresholds
timeline-bookmarks = Bookmarks
timeline-closer = Closer
timeline-further = Further away
timeline-earlier = Earlier
timeline-later = Later
clock-next-event = To the next event
clock-event-before = To the event before
clock-bookmark = Bookmark here
timeline-bookmark-here = Bookmark
timeline-planned = Planned
timeline-past = Past
replay-title = Replay
replay-live = Back to now
replay-at = You are looking back at { $time }
variant-title = Variant
variant-new = Variant from here…
variant-compare = Compare variants…

## Start screen

start-title = Choose an exercise
start-new = New exercise…
start-open = Open recording…
start-continue = Continue { $name }
start-scenarios = Scenarios
start-recordings = Recordings
start-no-recordings = No recordings yet
start-begins = Begins on { $time }
start-length = Lasts { $span }
start-language = Language
start-marking = Marking
start-place = Keep recording as
start-begin = Begin
start-quit = Quit
start-notice = Enter no real routes, weak points or personal data. All of this is exercise; in a real emergency NO PLAY holds and the exercise stops.
start-notice-agree = Understood
start-loading = Reading country and scenario…

## About and sources

about-title = About Doorvoerland
about-what = Exercise simulator for crisis organisations: society and allies in transit need the same ports, train paths, crews and beds.
about-version = Version { $version }
about-licence = Licence
about-sources = Sources
about-source-line = { $title }, { $publisher } ({ $year })
about-figures = Every figure has a source and a confidence: A measured or official, B from the press or derived, C our own estimate.
about-public = Public facts at the level of regions only. Ammunition quays, numbers of guards and safety distances are fictitious.
about-map = Map data

## Settings

settings-title = Settings
settings-language = Language
settings-language-nl = Nederlands
settings-language-en = English
settings-theme = Colours
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Text size
settings-text-larger = Larger text
settings-text-smaller = Smaller text
settings-percent = { $percent } %

## Notices and errors

notice-request-lapses = the request of { $from } to { $to } lapses at { $time }. To answer: { $role }.
notice-recording = Recording: { $name }
notice-recording-stopped = The recording has stopped, nothing more can be decided. Save the exercise elsewhere and continue there.
notice-save-elsewhere = Save elsewhere…
notice-disk-full = The disk is full. Make room or save the exercise elsewhere.
notice-torn = The last line of the recording was not finished and has been left out. Everything before it is complete.
notice-damaged = The recording is damaged at line { $line }. Everything before it can be read; nothing after it has been guessed.
notice-damaged-no-more = This recording is damaged and cannot go on. Look at it, or make a variant from the last readable moment.
notice-unsealed = The recording is not sealed, it is complete up to here.
notice-sealed = This recording is sealed, nothing can be added.
notice-in-use = Another program or window uses this recording. Close it first.
notice-exists = There is a file of this name already, it stays as it is. Choose another name.
notice-not-a-recording = This file is not a recording of Doorvoerland.
notice-not-a-file = This is a folder or a device, not a file.
notice-empty = Nothing was recorded in this file.
notice-newer-format = This recording was made with a newer version of the program. Use that version.
notice-older-format = This recording was made with an older version of the program. Use that version.
notice-other-rules = This recording was made under other rules: it is shown as it was and not calculated again.
notice-cannot-read = { $file } cannot be read: { $why }
notice-cannot-write = { $file } cannot be written: { $why }
notice-lesson-paused = Time stands still; the space bar lets the lesson go on.
notice-lesson-waits = The lesson waits for you and time stands still. It goes on once the step is done, or with the space bar.
notice-ready = The clock stands still. Start it with STARTEX, at the top, or with the space bar.
lesson-step = { $title } · step { $number } of { $of }
lesson-skip = Skip this step
notice-report = The report is in { $file }; open it in a browser.
notice-scenario-faults =
    { $count ->
        [one] The scenario has 1 fault.
       *[other] The scenario has { $count } faults.
    }
notice-copied = Copied
notice-saved = Saved as { $file }
notice-no-display = There is no display. Use "doorvoerland run" to play without a window.
notice-no-graphics = There is no usable graphics driver. Install one, a software driver will do, or use "doorvoerland run".
notice-quit = The exercise is saved. Quit?

## Report of a run

report-marking = EXERCISE · { $marking }
report-scenario = Scenario
report-period = Period
report-seed = Random number
report-build = Program
report-file = Report
report-file-write = Make the report
report-file-writing = The report is being made
report-file-means = One file for the browser or the printer, up to the moment on the screen: result, maps, course, decisions and evaluation. It is put beside the recording.
report-result = Result
report-movement = Movement
report-pieces = Pieces
report-delivered = Across the border
report-due = Due
report-complete = Complete
report-open = not yet
report-objectives = Objectives
report-met = met
report-not-met = not met
report-for-observers = for observers to judge
report-maps = Maps
report-map = The situation at { $time }.
report-map-worst = The worst moment: { $time }. In this hour most inhabitants missed most.
report-stands = Ammunition trains that stood still
report-stands-means = The safety distance is fictitious and follows from the load. Who had to know, and when they knew, stands beside it.
report-stand-train = Train
report-stand-place = Where
report-stand-time = From, to
report-stand-distance = Distance
report-stand-people = People within the distance
report-stand-crowd = Crowd (largest)
report-stand-told = Who knew when
report-stand-sheltered = { $place } (safe siding)
report-stand-still = { $from } until now
report-stand-metres = { $metres } m
report-stand-knew = { $role } { $time }
report-stand-not-told = { $role } did not know
report-timeline = Course of events
report-time = Moment
report-kind = Kind
report-what = What
report-left-out =
    { $count ->
        [one] One line about vital processes was left out.
       *[other] { $count } lines were left out, those about vital processes first. Everything is in the recording.
    }
report-ledger = Allocation statement
report-ledger-means = Asked, granted, used and refused over the whole period, for each scarce capacity and category. A transport that was refused in three hours counts three times as asked and as refused. Train paths, roads and waterways count transports, quays and terminals count moves, repair crews count crews, once an hour.
report-pool = Scarce capacity
report-class = Category
report-asked = Asked
report-granted = Granted
report-used = Used
report-refused = Refused
report-possible = What was possible
report-possible-not = Not computed. The upper bound takes time and is worked out on request only: doorvoerland replay RECORDING --report REPORT --bound.
report-possible-means = At most possible is an upper bound: with the train paths, roads, waterways, quays, ships and fleets as they were in this exercise, after damage and repair, no division at all would have reached more. Whoever reaches the bound knew everything beforehand and is bound by no law, agreement or order; perhaps nobody can. Each row stands by itself: both at once need not be possible. Without decisions is the same exercise with the same injects and corrections by the staff, but without a single decision of a player. Where repair went faster then, the bound counts with the wider of the two; what yet another order of repair would have given is not counted.
report-outcome = Outcome
report-nothing = Without decisions
report-reached = Reached
report-at-most = At most possible
report-pieces-in-time = Military pieces across the border in time
report-civil-left = Civil transports that left
report-more = What one unit more was worth
report-more-means = By so much, at most, the upper bound rises if there had been one more during the whole exercise. Only what promised most was worked out.
report-more-none = Of all that was worked out, one unit more of nothing would have raised the upper bound: the amount was not the limit there.
report-more-of = One more
report-more-slot = { $units } on { $what }
report-more-move = 1 move per hour at { $what }
report-more-set = 1 set: { $what }
report-sources = Sources and account
report-sources-means = This was an exercise: units, ships, times and incidents are invented. The figures of the country come from public sources or are estimates; for each figure the program tells the source and how sure it is. The map was made from:

timeline-inject = message
timeline-decision = decision
timeline-movement = movement
timeline-damage = damage
timeline-process = vital process

report-result-movements = At { $time }: { $delivered } of { $pieces } pieces across the border; { $due } pieces are past their date.
report-result-pieces = Across the border in time: { $reached } of { $asked } pieces; at most possible { $most }, without decisions { $nothing }.
report-result-civil = Civil transports that left: { $reached } of { $asked }; at most possible { $most }, without decisions { $nothing }.
report-result-delay = Civil transport waited { $hours } hours in all; { $count ->
        [0] no transport was called off.
        [one] one transport was called off.
       *[other] { $count } transports were called off.
    }
report-result-unmet = Unmet need of inhabitants: { $days } weighted person-days.
report-result-damages = { $count ->
        [0] All damage is repaired
        [one] One damage is open
       *[other] { $count } damages are open
    }; ammunition trains stood still for { $hours } hours where they should not.
report-result-decisions = { $count ->
        [one] One decision
       *[other] { $count } decisions
    }, of which { $automatic } by automatic players; { $injects ->
        [one] one inject
       *[other] { $injects } injects
    } sent.

## Automatic players

auto-refused = { $class } came short on { $pool }: refused { $count } times in six hours
auto-behind = { $class } on { $pool } is behind its date and was refused { $count } times in six hours; life support does not come short
auto-civil-short = Life support or medical transport came short on { $pool }, refused { $count } times in six hours: back to the ordinary division
auto-served = The extra room on { $pool } is not needed any more
auto-asks-room = { $class } on { $pool } is behind its date and was refused { $count } times in six hours: request for more room
auto-asks-basis = { $class } on { $pool } is behind its date and was refused { $count } times in six hours; more room needs { $basis }
auto-offers-pay = { $class } on { $pool } is behind its date and was refused { $count } times in six hours: request for more room for a payment of { $offer } thousand euros
auto-agrees = { $pool } can bear it: life support and medical transport do not come short
auto-unpaid = On { $pool } regular customers come first; for a payment of about { $offer } thousand euros it can be talked about
auto-price = Room on { $pool } costs { $offer } thousand euros: so much was refused in six hours
auto-part = On { $pool } not everything is possible, this part is
auto-accepts = This gives room on { $pool }
auto-no-room = This gives no room on { $pool }
auto-too-dear = This is too expensive: room on { $pool } is worth { $offer } thousand euros at most now
auto-ended = The period asked for on { $pool } is over already
auto-no-basis = Not allowed on { $pool } without a further basis
auto-civil-first = Life support and medical transport come first on { $pool }; refused { $count } times in six hours
auto-room-left = In the last six hours there was still room for { $class } on { $pool }
auto-too-heavy = { $basis } is too heavy a means for ordinary transport on { $pool }
auto-gives-basis = { $class } finds no more room on { $pool }: { $basis } is provided
auto-no-path-left = { $movement } is behind its date and for six hours no train path was left
auto-most-people = Most affected: { $what }, an estimated { $count } people
auto-waits = { $movement }: departures by { $from } have waited { $hours } hours, there is room by { $to }

## Command line

cli-error = error: { $text }
cli-output-failed = the output cannot be written
cli-io-not-found = does not exist, check the name
cli-io-no-right = no access, check the rights or choose another place
cli-io-exists = this file exists already and is left as it is
cli-io-no-folder = there is a file where a folder should be, or the other way round
cli-io-full = the disk is full, make room or choose another place
cli-io-other = does not work, the system says "{ $said }"
cli-disk-full = the disk is full
cli-file-exists = this file exists already, choose another name or use --force
cli-file-is-folder = this is a folder, name a file
cli-file-is-device = this is a device or something else that is no ordinary file, name a file
cli-recording-locked = the recording is in use by another program or window
cli-recording-no-file = this is a folder or a device, not a recording
cli-recording-empty = nothing was recorded in this file
cli-recording-none = this file is not a recording
cli-recording-format = the recording has format { $found } and this program reads format { $known }: use the version that made it or a newer one
cli-recording-too-large = the recording becomes larger than { $limit } MB
cli-recording-damaged = the recording is damaged and is not continued, { $damage }
cli-recording-sealed = the recording is closed, nothing can be added
cli-recording-stopped = the recording stopped: { $why }. Everything up to here is safe; make room and go on with "doorvoerland continue"
cli-recording-no-beginning = the recording has no complete beginning: the program stopped before the exercise was in it, start again
cli-recording-other-rules = the recording was made under rules { $found } and this program knows rules { $own }: it can be verified, not continued
cli-recording-diverges = the recording does not repeat itself (line { $line }) and is not continued
cli-recording-part = a part of the recording ({ $part }) cannot be read: { $said }
cli-damage = line { $line }: { $what }
cli-damage-editor = another program has changed the line ends or the beginning
cli-damage-bytes = there are characters that cannot be in a recording
cli-damage-layout = this is not a line of a recording
cli-damage-number = number { $found } stands where { $expected } belongs: lines were removed, added or swapped
cli-damage-hash = the text does not match its hash: the line was changed
cli-damage-header = this is not the beginning of a recording
cli-damage-seal = something follows the closing line
cli-damage-content = the content is not understood: { $message }
cli-map-broken = the built-in map is damaged, install the program again
cli-built-in = Built in: { $names }
cli-check-fine = { $path }: in order. Scenario { $code }, { $days ->
        [one] one day
       *[other] { $days } days
    }, { $injects ->
        [one] one inject
       *[other] { $injects } injects
    }, { $movements ->
        [one] one movement
       *[other] { $movements } movements
    }.
cli-check-faults =
    { $count ->
        [one] { $path }: one fault.
       *[other] { $path }: { $count } faults.
    }
cli-no-window = this build of the program has no window
cli-plays-itself = No window: { $why }. The exercise plays itself, with automatic players.
cli-run-title = EXERCISE · { $marking } · { $title }
cli-run-recording = Recording
cli-report-written = Report
cli-export-written = Transport layer
cli-map-written = Map
cli-replay-damaged = Damaged, { $damage }. Everything before it is shown, up to { $time }
cli-replay-beyond = the recording goes up to { $end }, { $at } lies beyond
cli-bound-too-large = the upper bound cannot be worked out: the numbers of this exercise are too large
cli-moment-bad = "{ $text }" is no moment, write "D+2 14:30" or "H+62" ({ $why })
cli-moment-before = { $text } lies before the start of the exercise, { $start }
cli-continue-torn = The last line was half written and does not count ({ $bytes } bytes, kept in .torn once play goes on)
cli-continue-closed = Closed at { $time }, played { $played }
cli-continue-at = Stopped at { $time }, played { $played }
cli-continue-from = Going on from { $time } ({ $date }), { $commands ->
        [0] no decision yet.
        [one] after one decision.
       *[other] after { $commands } decisions.
    }
cli-verify-fine = In order, { $ending }, up to { $time }; { $commands ->
        [one] one decision
       *[other] { $commands } decisions
    }, { $digests ->
        [one] one state
       *[other] { $digests } states
    } calculated again and equal
cli-verify-other-rules = The lines of the file are in order, { $ending }, up to { $time }; not calculated again: made under rules { $rules }
cli-verify-damaged = DAMAGED, { $damage }. Everything before it is in order
cli-verify-diverges = DIVERGES at { $time }, line { $line }: { $tables }
cli-verify-no-beginning = Complete up to here ({ $entries ->
        [one] one line
       *[other] { $entries } lines
    }), but stopped before the exercise was in it
cli-verify-unread = { $count } of { $total } not checked
cli-ending-sealed = closed
cli-ending-open = complete up to here, not closed
cli-ending-torn = complete up to here, a half written last line of { $bytes } bytes does not count

## Views: map, inspector, repair, movements

layer-queues = Quays and queues
legend-old = Report older than 2 hours
legend-class-from = { $name }, from { $share }
hover-report = Report of
inspector-of = { $part } of { $whole }
inspector-at = Stands at
inspector-delay = Waiting time
inspector-leaves-soon = There is room, leaves soon
why-not-told = The cause has not been reported yet.
event-message = Message from { $sender }.
clock-speed-minutes =
    { $minutes ->
        [one] 1 minute per second
       *[other] { $minutes } minutes per second
    }
repair-about = About { $span } to go
repair-longer = Takes longer than estimated
repair-by-itself = Passes by itself
repair-waits-busy = Waits: all crews work on what comes first
repair-waits-cap = Waits: for { $class } the maximum is { $teams } at a time, and that is reached
repair-waits-kept = Waits: what is free ({ $teams }) is kept for other categories
repair-waits-none = Waits: there is no crew at all
repair-waits-begin = Waits: the crews are being divided
movement-outlook-on-time = At this pace done on { $day }, in time
movement-outlook-late = At this pace done on { $day }, too late
movement-outlook-unknown = Nothing crossed the border in the last 24 hours
layer-flow = Flows by category
legend-flow-rail = { $count } trains an hour
legend-flow-road = { $count } vehicles an hour
legend-flow-water = { $count } ships an hour
legend-flow-pipeline = { $count } batches an hour
legend-bar-queue = Work at terminal
legend-bar-waiting = Transports at a stand
legend-bar-quay = Pieces on the quay
legend-bar-berths = Berths taken
legend-more = All signs ({ $count } more)
inspector-flow = An hour, last three hours
inspector-route = Route
inspector-route-planned = Route it means to take

## Panels

tab-log = Course
log-all = Everything
log-empty = Nothing has happened yet
log-kind-inject = Messages
log-kind-decision = Decisions
log-kind-damage = Damage
log-kind-level = Services
log-kind-network = Connections
log-kind-transport = Transports
notice-refused = Not done:
panel-reason-first = Give a reason first
repair-moved-earlier = { $times ->
    [one] moved forward once
   *[other] moved forward { $times } times
}
repair-moved-later = { $times ->
    [one] moved back once
   *[other] moved back { $times } times
}
panel-aboard = On board
panel-under-way = Under way
panel-sets = { $free } of { $total } free, { $sent } pieces sent
panel-plan-heading = Shares of the ways
panel-shares-sum = The shares add up to { $sum } %, it must be 100 %
panel-starts = Takes effect on { $time }
panel-move-there = Move to this moment
panel-skip-yes = Drop it
panel-new-inject = New inject
panel-inject-needs = Needed: code, title, text and sender
panel-target-process = A service in a region
panel-target-edge = A connection
panel-target-terminal = A terminal
panel-process = Service
panel-edge = Connection
panel-terminal = Terminal
panel-ship = Ship
panel-hours-later = Hours later (minus is earlier)
panel-demand-percent = Demand, percent of ordinary
panel-units-more = How much more (minus is less)
panel-all-pools = All scarce capacity
panel-my-pools = You decide on these
panel-search-pool = Search by name or owner
panel-waiting-refused = { $waiting } waiting, { $refused } refused
panel-own-policy = own policy in force
panel-ledger-day = Last 24 hours, number of claims
panel-waits = Waiting
panel-divide = Divide otherwise
panel-not-allowed = Not allowed. { $why }
panel-allowed = This is allowed
panel-allowed-reason = This is allowed; a reason is still needed
panel-no-limit-means = – means no maximum; minimum and maximum per hour or window
panel-at-moment = At a moment
panel-until-moment = Until a moment
panel-given-up = Transports given up
panel-civil-delay = Hours civil transport waits
panel-forecast-without = Without
panel-forecast-with = With it
panel-delivered = Pieces across the border
panel-forecast-means = An estimate from what you know now, without new events
panel-unfinished = Not finished
panel-recording-place = Open a recording, place of the file
settings-seat = This screen
settings-looks-as = Who sits here
settings-seat-means = A role that sits here is not played automatically and sees only what it may know
settings-public = Shared picture for everybody
settings-automatic = Roles without a player
settings-automatic-on = Let the program play them
settings-automatic-means = Automatic players take calm, explainable decisions every hour; they are listed in the course
settings-bookmark = New bookmark at this moment
settings-end-sure = The exercise ends and the recording is sealed. After that one can only look back
settings-end-yes = ENDEX, seal it
settings-keys = Keys

timeline-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }

## Pools: what there is, who has it, how it went

pool-stands-held = { $free } of { $total } free
pool-stands-stock = { $left } in store
pool-exists = There are
pool-free = Free now
pool-lent-to = Lent to { $class }
pool-work-for = At work for { $class }
pool-contract-of = Standing contract of { $class }
pool-in-store = In store
pool-brought-in = Brought in each day
pool-used-day = Used in 24 hours
pool-lasts = Lasts at this pace for
pool-lasts-on = Without end, supply keeps up
pool-returns = Comes back
pool-return = { $count } from { $class }
chart-title = The last three days, by three hours
chart-name = Asked over the last three days, highest column { $most }
chart-column = From { $time } for three hours { $asked } asked, { $granted } granted, { $used } used, { $refused } refused
chart-nothing = Nothing was asked yet
board-everywhere = The whole country
board-only-scarce = Only where something waits or was refused
board-lawful-order = Order that holds when nobody decides
board-not-allowed = What nobody may do here
board-rests-on = Rests on { $basis }

## Requests between roles, legal bases, urgent transport

tab-measures = Measures
tab-requests = Requests
request-title = Requests
request-none = No requests yet
request-from-to = { $from } to { $to }
request-why = Reason given by { $who }: { $reason }
request-open-since = Asked at { $time }, open for { $span }
request-overdue = Open for longer than an agreement usually takes
request-agreed = { $who } agreed at { $time }: { $reason }
request-declined = { $who } declined at { $time }: { $reason }
request-lapsed = Lapsed at { $time }: nobody answered in time
request-turn = It is up to { $role }; without an answer this lapses at { $time }
request-earlier = Earlier, { $who } at { $time }: { $terms }. Reason: { $reason }
request-hindered = Agreeing is not possible now: { $why }
request-agree = Agree
request-decline = Decline
request-counter = Counter-offer
request-counter-send = Make the counter-offer
request-counter-means = Change what should be different; it is then up to the other
request-payment-field = Payment by { $from } in thousands of euros
request-to-board = To the allocation board
request-paid = Promised so far: { $amount } thousand euros
request-offer-field = Offer in thousands of euros
request-usual-price = Usual price: { $price } euros for each claim refused in six hours
request-ask-owner = Ask { $owner }
panel-ask-divide = Ask for another division
basis-is = Needed: { $basis }
basis-provide = Provide the basis for { $role }
basis-ask = Ask { $role }
basis-yours = Bases that you can provide
designate-title = Urgent military transport
designate-done = ✔ { $role } has designated
designate-not-yet = ○ { $role } has not designated yet
designate-as = Designate as urgent for { $role }
needs-how-to-ask = You can ask on the allocation board: open something that another decides about.
needs-provider = { $providers } can provide this; it takes about { $delay }.
needs-providers = { $providers } must provide this together; it takes about { $delay } after the last one agrees.
needs-not-given = Not provided by anybody yet.
needs-part-given = Provided by { $given }; still needed: { $missing }.
needs-in-force = Provided by { $providers } and in force.
needs-in-force-from = Provided by { $providers }; in force from { $time }.
needs-owner-too = Not even the one who decides may do this now: { $why }
needs-designation = Still needed: designation by { $missing }. Until then this runs as ordinary military transport.
needs-designated = Designated: this runs as urgent military transport.
needs-no-designator = Nobody can designate this in this exercise.
needs-order = on { $count } of { $total } rail routes urgent military transport does not come before other freight yet; { $owner } must decide that on the allocation board.
needs-no-path-left = Civil transport makes way only when no path is left; it is counted.

## The sheet of figures

tab-figures = Figures
figures-search = Search by place, stretch, kind or source
figures-found = { $shown } of { $found } figures found, { $total } in all
figures-of-this = Figures and sources ({ $figures })
figures-means = To dispute a figure, ask the exercise lead
figures-source = { $title }, { $publisher }, { $year }
figures-changed = In this exercise { $value }: { $reason }
figures-rules = Rules
figure-population = inhabitants
figure-beds = hospital beds
figure-intensive-care = intensive-care beds
figure-emergency-departments = emergency departments
figure-firefighters = firefighters
figure-growth = growth of the population, thousandths
figure-restart = restart, share per hour
figure-endurance = endures without supply, hours
figure-refill = refilled in, hours
figure-beta = share of the store below which the effect begins
figure-depth = share that is lost without supply
figure-delay = time until the basis holds, hours
figure-handling = moves per hour
figure-storage = military pieces that can stand there
figure-berths = berths
figure-tracks = tracks of 740 m
figure-slots = room per window and direction
figure-speed = speed, km/h
figure-max-train = longest train, m
figure-dangerous = trains with dangerous goods per day
figure-axle-load = axle load, t
figure-minimum = minimum per hour or window
figure-cap = maximum per hour or window
figure-day-cap = maximum per day
figure-price = euros for room, per refused claim
figure-pieces = pieces per departure
figure-cycle = hours until the empty set is back
figure-lead = hours from order to departure
figure-train = length of the train, m
figure-units = units
figure-back = back after, hours
figure-civil = units by standing contract
figure-daily = brought in each day
figure-patience = given up after, hours
figure-shift-after = other mode after, hours
figure-shift-share = share that can change mode
figure-tonnes = tonnes per departure
figure-stock = store, hours of normal use
figure-low = low below, hours of normal use
figure-per-day = departures per day
figure-report-from = reports go out from this share of telecom
figure-haven-within = hours to a safe siding
figure-way-out-within = hours within which a free path is sought
figure-asking = hours for asking and agreeing
figure-request-lapses = hours after which a request about a pool lapses
figure-assistance-lapses = hours after which a request for a measure lapses
figure-ships-spare = spare ships at low water, times normal
figure-repair-spread = spread of the repair time, percent
figure-movement-ahead = departures that load at a time
figure-basket = host nation support per thousand troops
figure-guards = guards per port

## The order of a movement

movement-arrival-due = { $what }: { $port }, { $time }
arrival-ship = Ship { $number }
arrival-air = Flights { $number }
arrival-rail = Trains from abroad { $number }
arrival-road = Columns from abroad { $number }
order-any-way = Any way
order-way = { $number }: { $names } ({ $span })
order-straight-on = Straight on to the border
order-port-field = Port for { $what }
order-way-field = Way for { $what }
order-staging-field = Staging area
order-kinds-field = What is unloaded and leaves first
order-kind-earlier = Let leave earlier
movement-kinds = Pieces by kind
kinds-all = In all
kinds-left = Left
movement-stages = Where it stands
movement-stage = { $ashore } pieces here, { $ahead } departures load or wait, { $sent } pieces sent, { $guards } guards
movement-arrivals = Arrivals
basket-title = Host nation support
basket-means = All movements together, since the start
basket-served = { $served } of { $asked } served
basket-held = { $count } in use now
kinds-ashore = Ashore

## What was possible, on the screen

debrief-title = What was possible
debrief-not-computed = Not computed
debrief-running = Being computed for { $time }; the exercise can go on
debrief-failed = Could not be computed
debrief-until = Until { $time }
debrief-compute = Compute up to the moment on the screen
debrief-again = Compute again up to the moment on the screen
debrief-means = For the exercise lead only, for the debrief; takes seconds to minutes
## What stands for which row of the inventory

cli-coverage-record = background only
cli-coverage-open = not yet
cli-coverage-total = { $built } rows built, { $record } background only, { $open } not yet.
coverage-metric = figure { $name }
coverage-process = vital process { $name }
coverage-pool = scarce capacity { $name }
coverage-good = store of { $name }
coverage-role = role { $name }
coverage-inject = inject { $name }
coverage-act = act { $name }

## Measures, patients and people

measure-in = { $measure } ({ $place })
whole-country = the whole country
alarm-nl-alert = NL-Alert
alarm-siren = Sirens
alarm-broadcast = Emergency broadcaster
unrest-calm = calm
unrest-restless = restless
unrest-tense = tense
unrest-severe = severe unrest
mood-trust = trust
mood-misinformation = belief in false messages
mood-hoarding = hoarding
mood-polarisation = polarisation
lasting-more = { $name } +{ $amount }
lasting-less = { $name } −{ $amount }
lasting-relief = { $share } of what is missed of { $process } made good in another way
lasting-ease = { $share } of the loss of { $process } bridged
lasting-strain = { $share } of { $process } given up
lever-planned-care = Planned care
lever-early-discharge = Early discharge
lever-hospital-staff = Hospital staff
lever-surge-beds = Extra beds
lever-patient-transport = Patient transport between regions
lever-patients-abroad = Patients to neighbouring countries
lever-patient-spread = Spread of patients
lever-support-points = Open support points
lever-helpers = Helpers
lever-reception-places = Reception places
lever-purchase-limit = Purchase limit
lever-vulnerable-first = Vulnerable people first
lever-message = Common message
lever-debunking = Refuting false messages
lever-public-order = Public order
lever-campaign = Campaign
lever-fuel-release = Fuel from reserve
lever-food-release = Food from reserve
lever-medicine-release = Medicines from reserve
lever-digital-repair = Digital repair
lever-physical-repair = Physical repair
lever-orders = Emergency communication
lever-protection-first = Desks first for temporary protection
event-measure-ordered = Measure taken, { $measure }: in force from { $time }.
event-measure-begun = Measure in force, { $measure }.
event-measure-ended = Measure ended, { $measure }.
event-warned = Warned by { $alarm }, { $place }.
event-casualties-came = { $place }: { $count } wounded or ill.
event-soldiers-came = { $place }: { $count } wounded soldiers.
event-newcomers-came = { $place }: { $count } people need reception.
event-unrest-changed = Unrest in { $place }: { $unrest }.
event-disturbance = Disturbances in { $place }.
command-measure = Measure { $measure }.
command-measure-end = End of measure { $measure }.
refusal-not-measure-owner = the measure { $measure } is taken by { $owner }. Ask { $owner }.
refusal-measure-scope = the measure { $measure } belongs to a region or to the whole country: choose the other.
refusal-measure-basis = { $measure } needs { $basis }. That comes with { $by }, by { $provider }, and takes { $delay }.
refusal-measure-needs = { $measure } needs this first: { $need }.
refusal-measure-not-taken = the measure { $measure } was not taken there.
refusal-unknown-measure = There is no such measure.
refusal-unknown-region = There is no such region.
effect-casualties = { $place }: casualties, T1 { $first }, T2 { $second }, T3 { $third }.
effect-casualties-military = { $place }: wounded soldiers, T1 { $first }, T2 { $second }, T3 { $third }.
effect-patients = { $place }: patients, { $clinic } for a ward and { $intensive } for intensive care.
effect-patients-military = { $place }: military patients, { $clinic } for a ward and { $intensive } for intensive care.
effect-warn = Warning by { $alarm }, { $place }.
effect-mood-more = { $place }: { $mood } { $share } higher.
effect-mood-less = { $place }: { $mood } { $share } lower.
effect-newcomers = { $place }: { $count } people need reception.
effect-holds = { $place }: { $what }, { $lasts }.
kilo-euros = { $count } thousand euros
metric-ward-load = Load of wards
metric-intensive-load = Load of intensive care
metric-untreated = Casualties without treatment
metric-awaiting-bed = Waiting for a bed
metric-deaths = Deaths for want of care
metric-deferred-care = Deferred care
metric-military-patients = Military patients
metric-hospital-staff = Hospital staff
metric-prepared = Prepared households
metric-warned = Knows what to do
metric-misinformed = Believes false messages
metric-trust = Trust in the authorities
metric-polarised = Polarisation
metric-unrest = Unrest
metric-hoarding = Extra buying
metric-discomfort = People in discomfort
metric-equity-gap = Gap of vulnerable people
metric-unhelped = Asked for help in vain
metric-without-place = Nights without a reception place
metric-reception-support = Support for reception
metric-disturbances = Disturbances
metric-patients-moved = Patients moved between regions
metric-patients-abroad = Patients in neighbouring countries
metric-unregistered = Waiting for registration
metric-asylum-waiting = Asylum seekers waiting for registration
metric-spent = Spent on measures
metric-unhelped-vulnerable = Vulnerable people in vain
measure-in-force = { $place }: in force since { $time }
measure-in-force-until = { $place }: in force since { $time }, until { $until }
measure-ordered = { $place }: decided, in force from { $time }
measure-ordered-until = { $place }: decided, in force from { $time } until { $until }
measures-find = Find a measure
measures-mine = Only what this role may take
measures-in-force = Only what is decided or in force
measures-none = No measure fits this
measures-number = card { $number }
measures-take = Take the measure as { $role }
measures-end = End it
measures-ask = Ask { $owner } for this measure
measures-close = Back to the list
measures-hindered = Not possible now. { $why }
measures-region = Region
card-who = Who may
card-basis = Legal basis
card-where = Where
card-region = one region
card-needs = Needs first
card-plan = Quicker with
card-does = What it does
card-once = At the start
card-lasting = As long as it lasts
card-price = What it costs
card-cost = Once
card-daily = A day
card-lead = Until it works
card-lasts = Lasts
coverage-measure = measure { $name }
pool-stock-generator-fuel = Diesel for emergency power (m³)

## Measures: names

measure-noodbepalingen = Emergency provisions in force by royal decree
measure-noodtoestand = State of emergency
measure-lcp-e = Call up the national crisis plan for electricity
measure-lcp-g = Call up the national crisis plan for gas
measure-lcp-voedsel = Call up the national crisis plan for food security
measure-lcp-md = Call up the national crisis plan for military threats
measure-crisisplan-zorg = Scaled-up care: crisis plan in force
measure-ncv = Emergency communication in use
measure-nl-alert = NL-Alert for the whole country
measure-nl-alert-regio = NL-Alert in one region
measure-sirene = Sirens in one region
measure-calamiteitenzender = Regional broadcaster as emergency channel
measure-boodschap = One common message
measure-feiten-tegen-geruchten = Actively refuting disinformation
measure-doorvoer-openbaar = Openness about the transit
measure-campagne-denk-vooruit = Extra campaign: prepare yourself
measure-noodsteunpunten = Open emergency support points in a region
measure-vrijwilligers = Call in Red Cross and volunteers
measure-kwetsbaren-eerst = Visit vulnerable people first
measure-bijstand-defensie = Assistance of Defence to a region
measure-bijstand-politie = Assistance for public order
measure-noodwater = Emergency water points
measure-blauw-op-straat = Police and fire service visible in the street
measure-contant-geld = Cash and payment on account
measure-evacuatie = Evacuation of a part of a region
measure-opvang-openen = Open reception for large groups in a region
measure-opvangplicht = Municipalities obliged to provide reception
measure-loketten-bescherming = Desks first for temporary protection
measure-aankooplimiet = Purchase limits in shops
measure-voedseldistributie = Distribution of food from stock
measure-oliereserve = Release the strategic oil stock
measure-brandstof-rantsoen = Fuel rationing
measure-gas-niveau-3 = Gas: emergency level, switch off large customers
measure-geneesmiddelenreserve = Draw on the medicine reserve
measure-noodstroom-voorrang = Extra diesel lorries for emergency power
measure-alles-op-herstel = Stop maintenance, all crews to repair
measure-cyber-responsteam = National response network against digital attacks
measure-minimale-dienstverlening = Government services at minimum
measure-avondklok = Curfew in a region
measure-noodverordening = Emergency ordinance around port and rail
measure-weerbaarheidsberaad = Public-private resilience council
measure-planbare-zorg-af = Scale down planned care
measure-vroeg-ontslag = Early discharge to home and nursing home
measure-extra-bedden = Open extra beds, intensive care too
measure-zorgreserve = Call up the care reserve, cancel leave
measure-landelijke-spreiding = National spread with extra transport (LCPS)
measure-geen-spreiding = Keep patients in their own region
measure-patienten-buurlanden = Patients to neighbouring countries
measure-calamiteitenhospitaal = Open the Major Incident Hospital in Utrecht
measure-reservisten-oproepen = Call up reservists
measure-chirurgische-teams = Withdraw Defence surgical teams from partner hospitals
measure-rescue-eu = Ask for help through the EU mechanism
measure-bewaking-kritiek = Guarding of critical infrastructure
metric-injured = Seriously injured and ill
metric-injured-weighted = Injured, weighted by severity
metric-injured-military = Seriously injured soldiers
metric-in-need = Lack of basic needs
metric-disrupted = Disrupted daily life
metric-digital-days = Services taken by digital damage
metric-value-lost = Value lost
metric-unrest-days = Days of unrest
metric-rights-days = Limited rights
metric-support-short = Host nation support asked and not given
metric-late = Materiel late across the border
metric-unserved = Help asked in vain
metric-unserved-vulnerable = Help asked in vain by vulnerable people
metric-criterion = Criterion
metric-impact = Weight of the consequences
metric-track = Track
metric-baseline = Baseline requirement
metric-pillar = Pillar
impact-class = class { $letter }
impact-none = no consequences
interest-territorial = Territorial security
interest-physical = Physical safety
interest-economic = Economic security
interest-ecological = Ecological security
interest-social = Social and political stability
interest-international = International legal order and stability
criterion-no-measure = nothing in the simulation stands for this
criterion-1-1 = Encroachment on the territory
criterion-1-1-why = the simulation knows no area that is lost or cannot be used
criterion-1-2 = Infringement of the international position
criterion-1-2-why = this follows from the scenario and the judgement of the exercise lead
criterion-1-3 = Infringement of the digital space
criterion-1-4 = Encroachment on the territory of allies
criterion-2-1 = Deaths
criterion-2-2 = Seriously injured and chronically ill
criterion-2-3 = Lack of basic needs
criterion-3-1 = Costs
criterion-3-2 = Impairment of the vitality of the economy
criterion-3-2-why = the simulation looks no further than the exercise; lasting harm to work and growth comes later
criterion-4-1 = Harm to nature and the environment
criterion-4-1-why = the simulation knows no pollution or harm to nature
criterion-5-1 = Disruption of daily life
criterion-5-2 = Impairment of the democratic rule of law
criterion-5-3 = Social impact
criterion-6-1 = Violation of sovereignty and peaceful settlement of disputes
criterion-6-1-why = this follows from the scenario and the judgement of the exercise lead
criterion-6-2 = Impairment of treaties and human rights
criterion-6-2-why = this follows from the scenario and the judgement of the exercise lead
criterion-6-3 = Impairment of the international financial and economic order
criterion-6-3-why = this follows from the scenario and the judgement of the exercise lead
criterion-6-4 = Impairment of multilateral institutions
criterion-6-4-why = this follows from the scenario and the judgement of the exercise lead
criterion-6-5 = Instability of neighbouring states
criterion-6-5-why = this follows from the scenario and the judgement of the exercise lead
gauge-society = Resilience of society
gauge-military = Military readiness
gauge-government = Continuity of government and critical services
gauge-energy = Resilient energy supplies
gauge-people = Dealing with large movements of people
gauge-food-water = Resilient food and water resources
gauge-casualties = Dealing with mass casualties
gauge-communications = Resilient civil communications
gauge-transport = Resilient civil transport
gauge-pillar-vital = Vital and other important processes
gauge-pillar-society = Prepared and resilient society
gauge-pillar-government = Resilient democracy, rule of law and government
gauge-pillar-economy = Resilient economy
gauge-pillar-territory = Defence of the territory
gauge-pillar-support = Civil support to the armed forces
score-title = Consequences
score-at = As of { $time }
score-none = For this country no consequences are weighed.
score-thresholds = Classes A to E follow the method of the Dutch Network of Analysts for National Security, scales 1 to 7 that of the Belgian National Risk Assessment. The limits are still to be verified against the official tables: draw no conclusion from a class without looking at the figure.
score-profile = Profile: six interests
score-not-computed = not computed: { $why }
score-figure-only = only a figure; the classes are described in words
score-scale = scale { $code }{ $level }
score-scale-of = scale { $code }{ $level } ({ $value })
score-interest-none = not computed
score-mean = Mean weight over { $count } of { $all } criteria: { $share } of a catastrophe (class E on each). Each class weighs three times the one before. Read the profile first.
score-tracks = Two tracks
score-tracks-means = The tracks are never added up: what one track gains can cost the other.
score-baseline = Seven NATO baseline requirements
score-baseline-means = Each requirement stands as high as its weakest part, now.
score-pillars = Six pillars
score-pillars-means = Each pillar is the mean of its parts, now. Of the measures those in force are named.
score-weakest = weakest: { $name }, { $value }
score-measures = in force: { $names }
score-no-measures = no measure in force
score-served = Who was served and who was not
score-served-means = For each inhabitant the hours without a basic need and the hours in discomfort, and of those who asked for help the part that did not get it. Regions where nobody missed anything are left out.
score-served-none = In no region did anybody miss anything that counts here.
score-vulnerable = Vulnerable people asked for help { $weak } times and did not get it in { $weakvain } of the cases; for all others that was { $othervain } of { $others } times.
score-vulnerable-none = Nobody asked for help.
score-newcomers = Newcomers were without a place for { $nights } nights in all.
score-region = Region
score-need = Hours without a basic need
score-discomfort = Hours in discomfort
score-discomfort-vulnerable = Hours in discomfort, vulnerable
score-in-vain = Help in vain
score-in-vain-vulnerable = In vain, vulnerable
score-deaths = Deaths
score-deferred = Deferred care
score-criterion = Criterion
score-class = Class
score-value = Figure
score-scales = Scale 1 to 7
score-gauge = Of what
score-share = Stands at
score-about = Part
score-sources = Sources of limits and weights
score-source = { $path } = { $value }: { $title } ({ $publisher }, { $year }), confidence { $confidence }
tab-score = Consequences
figure-limits = where the classes begin, rising
figure-well = value when all is well
figure-gone = value when nothing is left
figure-value-eur = value added per inhabitant and day, euros
figure-repair-eur = hour of a repair team, euros
figure-chronic = part of deferred care that leaves somebody ill for long
figure-injury = weight of an injury, T1 to T3
figure-rights = part of rights that a measure limits
score-support = Host nation support, { $what }: { $given } given of { $asked } asked, hour by hour.

cli-sensitivity-title = Sensitivity of { $title }: { $days ->
    [one] one day
   *[other] { $days } days
}, { $parameters } estimates, played { $runs } times. Each estimate is lower once and higher once; the rest stays as it is.
cli-sensitivity-end = { $name }: { $value } at the end
cli-sensitivity-mean = { $name }: { $value } on average
cli-sensitivity-row = { $name }  { $confidence }  low { $low }, high { $high }
cli-sensitivity-still = No difference: { $names }
cli-sensitivity-none = None of the estimates makes a difference here.
cli-sensitivity-tried = What was tried (A from an official source, B from one source or well known, C own estimate)
cli-sensitivity-parameter = { $name } ({ $code }): { $figures }; { $confidence }, { $sources }
cli-sensitivity-figure = { $value }, tried with { $low } and { $high }
cli-sensitivity-figures = { $count } figures
cli-sensitivity-unknown = "{ $name }" is not known; choose from { $known }
cli-sensitivity-failed = With estimate "{ $name }" at an end of its range the country cannot be built: { $error }
measure-responskader = Apply the government response framework
measure-raadpleging-artikel-4 = Ask for consultation under Article 4
measure-inlichtingen-sabotage = Focus intelligence on sabotage
measure-inlichtingen-digitaal = Focus intelligence on digital attacks
measure-inlichtingen-beinvloeding = Focus intelligence on espionage and influence

# The opponent and the phase of escalation.
phase-name = { $number }: { $name }
command-place = The place of inject { $inject } is now { $place }.
command-stage = Act of the opponent: { $act } ({ $place }), { $time }.
command-phase = Phase of escalation becomes { $phase }.
event-inject-placed = Inject { $inject } has another place.
event-phase-changed = Phase of escalation is { $to } (was { $from }).
metric-phase = Phase of escalation
metric-acts = Acts of the opponent
metric-attribution = Certainty about the perpetrator
metric-deterrence = Deterrence
lever-exposure = Weak spots laid bare
lever-guarding = Guarding
lever-response = Response to state threats
lever-cohesion = Unity of the alliance
lever-watch-sabotage = Intelligence on sabotage
lever-watch-digital = Intelligence on digital attacks
lever-watch-influence = Intelligence on influence
refusal-no-act = Inject { $inject } is no act of the opponent. Only such an act has a place to choose.
refusal-act-elsewhere = { $act } is not possible at this place. Choose a place from the list.
refusal-too-many-acts = There have been { $most } acts of the opponent. An exercise cannot have more.
refusal-unknown-vector = This act does not exist. Choose one from the list.
refusal-unknown-phase = This phase does not exist. Choose 0 to 8.
clock-phase = Phase { $phase }
escalation-heading = Phase of escalation
notice-phase-since = { $phase }, since { $time }.
notice-no-opponent = No opponent that chooses for itself: only the lead plays acts.
notice-opponent = An opponent chooses for itself. Every act is in the list { $notice } ahead.
escalation-new = New phase
escalation-reason = Reason
escalation-set = Set phase
escalation-stage = Act of the opponent
escalation-stage-now = Stage act
escalation-act = Act
escalation-place = Place

# Decisions that arrive later
refusal-on-its-way = This decision is on its way already and arrives at { $time }.
event-order-delayed = { $decision } takes effect only from { $time }: { $why }, so it goes { $line }.
order-underway = On its way, arrives at { $time }: { $why }, so it goes { $line }.
cut-seat = all ordinary lines of the staff in { $place } are down
cut-field = all ordinary lines to { $place } are down
cut-nation = in most of the country all ordinary lines are down
line-emergency = by emergency communication
line-courier = by courier
event-leaked = Leaked: { $inject }. The opponent now knows more weak spots.
event-escalation-risk = Active digital protection was taken for an attack. The lead weighs whether the phase changes.
metric-daily-life = Daily life goes on
metric-insight = Known dependencies
metric-orders-underway = Decisions on their way
lever-coordination = Scaled-up crisis organisation
lever-detection = Digital acts seen in time
lever-threat-sharing = Sharing of digital threat information
lever-hardening = Basic digital security
lever-active-defence = Active digital protection
lever-independence = Independent media
lever-household-plan = Households with an emergency plan
lever-bed-reports = Hours between reports on beds
lever-insight = Insight in chains
lever-widened = Classified information shared further
measure-grip-2 = Scale up one region to GRIP 2
measure-grip-4 = Scale up one region to GRIP 4
measure-nationale-crisisstructuur = Scale up the national crisis structure
measure-beddendashboard = Report beds every hour, by emergency lines too
measure-ketenanalyse = Chain analysis of vital processes
measure-gerubriceerd-delen = Share classified assessments further
measure-cyclotron = Speed up Cyclotron: share threat information
measure-detectie-uitbreiden = Extend the detection network
measure-zorgplicht-handhaven = Enforce the duty of care: update systems
measure-actieve-cyberbescherming = Active digital protection
measure-cybermacht = Deploy the cyber force of Defence
measure-noodplan-huishoudens = Help households with an emergency plan
measure-bedrijven-continuiteit = Have business work by its continuity plans
measure-platform-weerbaar = Call in the platform for a resilient society
measure-redacties-in-de-lucht = Keep newsrooms independent and on the air
measure-erfgoed-redden = Bring heritage to safety
measure-defensie-informeert = Defence informs society itself
measure-partnerlanden = Ask like-minded countries for support
measure-wet-gereedheid = Defence readiness act in force
measure-ruimte-defensie = Temporary room for Defence
coverage-setting = starting value { $name }
setting-transition-geopolitics = Transition: geopolitics
setting-transition-climate = Transition: climate
setting-transition-technology = Transition: technology
setting-transition-economy = Transition: economy
setting-exercised-society = A society that has exercised
setting-household-plans = Emergency plans in households
setting-business-continuity = Continuity plans in business
setting-civil-network = Network of citizens and firms
setting-cyclotron = Cyclotron: sharing threat information
setting-resilience-network = Cyber resilience network
setting-detection-network = National detection network and nationwide coverage
setting-duty-of-care = Duty of care for vital providers
setting-independent-media = Independent media
setting-poor-bed-information = Poor information on beds
setting-automation = Autonomous systems
setting-analogue-practised = Analogue alternatives practised

# Electricity: what there is of the grid, why it does not serve a region, and what is measured.
grid-line = high-voltage lines { $from }–{ $to }
grid-plant = { $plants } in { $place }
grid-tie = the interconnector with { $country } in { $place }
grid-station = the high-voltage stations in { $place }
plants-sun = solar farms and panels
plants-wind-land = wind farms on land
plants-wind-sea = wind farms at sea, at their landing,
plants-nuclear = nuclear power stations
plants-other = waste and biomass power stations
plants-coal = coal-fired power stations
plants-gas = gas-fired power stations
neighbour-germany = Germany
neighbour-belgium = Belgium
neighbour-britain = Great Britain
neighbour-norway = Norway
neighbour-denmark = Denmark
damage-in-grid = { $damage } to { $what }
shortfall-element = the loss of { $what }
shortfall-weather = too little wind and sun
shortfall-gas = gas-fired power stations without gas
shortfall-import = neighbouring countries that supply less than usual
shortfall-lines = high-voltage lines that can carry no more
shortfall-shortage = more demand for power than supply
shortfall-black-start = starting up the whole grid again
megawatts = { $count } MW
megawatt-hours = { $count } MWh
metric-electricity-asked = Power asked
metric-electricity-served = Power delivered
metric-electricity-unserved = Power not delivered
metric-customer-hours = Connections without power, times hours
metric-electricity-import = Power imported
metric-electricity-reserve = Power in reserve
metric-electricity-congested = New connections without room
lever-wind = Wind (thousandths)
lever-sun = Sun (thousandths)
lever-import-ready = Power that neighbours can supply (thousandths)
lever-power-saving = Power saved (thousandths)
lever-power-first = Shed this region last and restore it first
lever-power-spread = Spread a shortage of power over all regions
lever-spare-lines = Use of spare lines (thousandths)
lever-new-load = New connections (MW)
lever-own-power = Users' own supply in an outage (thousandths)
measure-stroom-invoeren = Ask neighbours for power
measure-stroom-besparen = Appeal to save power
measure-tekort-spreiden = Spread a shortage of power over all regions
measure-regio-eerst-stroom = Shed a region last and restore it first
measure-reservelijnen = Put spare lines to use
measure-eigen-noodstroom = Hold users to their own supply in an outage
measure-aggregaten-defensie = Generators and diesel to sites of Defence
measure-analoog-werken = Change over to working without digital means
measure-onbemande-terminals = Run terminals and locks without people
measure-onbemande-bewaking = Guard with drones and sensors
# Staff.
sector-care = Care
sector-order = Police and fire service
sector-energy = Energy and technology
sector-it = Information technology
sector-transport = Transport
sector-food = Food chain
sector-government = Public administration
sector-vital = Industry, water and ports
cause-staff = a lack of staff ({ $sector })
metric-staff-there = Staff present
metric-staff-away = Staff absent
metric-staff-worn-out = Staff worn out
metric-staff-lent = Staff in another sector
lever-schools-closed = Closed schools and child care
lever-child-care = Emergency child care
lever-roster = Relief by roster
lever-overtime = Overtime
lasting-called-up = staff called up ({ $sector }): { $share }
lasting-sick = staff ill ({ $sector }): { $share }
lasting-lend = staff of { $from } to { $to }: { $share }
measure-sociaal-akkoord = Agreements with unions and employers
measure-crisisrooster = Relief by a crisis roster
measure-arbeidstijden-verruimen = Allow longer working weeks
measure-noodopvang-kinderen = Emergency child care for vital staff
measure-herplaatsing-zorg = Retrain civil servants and put them to work in care
measure-herplaatsing-techniek = Hire technicians from industry for the grid
measure-arbeidsplicht = Duty to work in vital sectors

# Economy and government.
event-decision-waits = A decision waits { $span }: the staff of { $owner } is still at work on earlier decisions.
refusal-no-site = there is no room for { $measure } in { $place }: { $count } large sites are free. End another use first.
refusal-desk-full = the staff of { $owner } has too many decisions at once. There is room again in { $span }.
effect-stranded = { $count } citizens are stranded abroad.
lever-firms-support = Aid for small firms
lever-food-kept-home = Food in transit that stays here
lever-advances = Advances on benefits
lever-urgent-cases-first = Cases that cannot wait first
lever-airlift = Airlift for citizens
lever-consultation = Consultation with society
lever-foreign-equipment = Vulnerable equipment of foreign owners
lever-site-power = Emergency power of sites of Defence
lever-analogue = Working without digital means
lever-automation = Machines in place of people
metric-output-loss = Loss of output a day
metric-firms-closed = Closed small firms
metric-sites-free = Free large sites
metric-food-passed = Food transit honoured
metric-benefits-late = Benefits paid late
metric-revenue-late = Taxes that did not come in
metric-cases-urgent = Court cases that cannot wait
metric-cases-other = Other court cases waiting
metric-stranded = Stranded citizens
metric-brought-home = Citizens brought home
metric-decision-work = Work on decisions taken
metric-public-willing = Willingness of the public
metric-firms-willing = Willingness of firms
metric-volunteers-willing = Willingness of voluntary organisations
metric-market-disturbed = Disturbance of the market
measure-voedselberaad = Public-private food council
measure-uitvoer-voedsel-beperken = Limit the export of food
measure-voorrangsopdracht-defensie = Priority orders to firms for Defence
measure-steun-kleine-bedrijven = Bridging aid for small firms
measure-voorschotten = Pay benefits as advances
measure-rechtspraak-voorrang = Courts: cases that cannot wait first
measure-legering-openen = Set up a large site for soldiers in transit
measure-opslag-openen = Set up a site for storage by Defence
measure-evacuatie-landgenoten = Fly citizens home
measure-maatschappelijk-overleg = Consultation with citizens, firms and organisations
measure-apparatuur-afschermen = Fence off equipment of foreign owners

## Life of an exercise and rounds

part-situation = Situation
part-table = Own table
part-between = Between tables
part-hand-in = Hand in
part-run = Looking
means-in-person = In the room
means-phone = By telephone
means-mail = By mail
means-message = By message
means-radio = By radio
round-with-name = round { $number } ({ $name })
round-inside = round { $number }
refusal-stage-ready = The exercise lies ready and has not begun. Give STARTEX first.
refusal-stage-running = The exercise is under way. Pause it or give ENDEX.
refusal-stage-paused = The exercise is paused. Go on first.
refusal-stage-ended = ENDEX was given: nothing changes any more. Begin the hot wash, or make a variant from an earlier moment.
refusal-stage-hot-wash = The hot wash is under way: nothing changes any more. Close the exercise, or make a variant from an earlier moment.
refusal-stage-closed = The exercise is closed. Look back, or make a variant from an earlier moment.
refusal-no-play = NO PLAY: there is a real incident. Only the exercise lead can release the exercise, with a reason.
refusal-no-emergency = There is no NO PLAY to release.
refusal-clock-only = Only the program itself does this.
refusal-clock-stands = The clock stands still while people talk. Choose Run the round or make a time jump.
refusal-computing = Time is being computed up to { $time }. Wait for that.
refusal-no-rounds = This exercise is not played by rounds. Use the clock that runs on.
refusal-no-such-round = This round does not exist. Choose one from the list.
refusal-round-over = { $round } was played or left out. Choose a later round.
refusal-round-busy = { $round } is under way. Run it first.
refusal-no-round-begun = No round has begun. Begin a round first.
refusal-last-part = This is the last part. Choose Run the round, or begin the next round.
refusal-not-a-later-round = The injects can only go to a later round. Choose a later round or skip them.
refusal-not-shorter = This does not make the round shorter. Choose an end from { $from } and before { $last }.
refusal-not-fewer-minutes = The round takes { $minutes } minutes. Choose fewer minutes, but some, or an earlier end.
refusal-jump-outside = A time jump goes forward, from { $from } to { $last } at the latest. Choose a moment in between.
command-prepare = Exercise laid ready.
command-start = STARTEX.
command-start-by-rounds = STARTEX, by rounds.
command-pause = Paused.
command-break = Break of { $minutes } minutes.
command-resume = Going on after the pause.
command-end = ENDEX.
command-hot-wash = Hot wash begun.
command-close = Exercise closed.
command-no-play = NO PLAY: real incident.
command-no-play-why = NO PLAY, real incident: { $what }
command-emergency-over = NO PLAY released.
command-comcheck = Comcheck: { $role } was reached ({ $how }).
command-comcheck-not = Comcheck: { $role } was not reached ({ $how }).
command-begin-round = Begun: { $round }.
command-next-part = Next part of the round begun.
command-more-time = { $minutes } minutes more for this part.
command-run-round = Running the round.
command-halt = The run stands still at { $inject }.
command-drop-round = { $round } is left out, its injects are skipped.
command-drop-round-into = { $round } is left out, its injects go to { $into }.
command-shorten-round = { $round } was made shorter.
command-shorten-until = Period until { $to }.
command-shorten-minutes = Takes { $to } minutes.
command-jump = Time jump to { $time }.

## The life of an exercise on the screen

life-pause-until = PAUSE until { $time }
no-play-banner = NO PLAY. Real incident, the exercise stands still
no-play-banner-why = NO PLAY. Real incident, the exercise stands still: { $what }
round-stand = Round { $number } – { $part } { $left }
round-done = Round { $number } was run
round-dropped = Left out
round-played = Played
round-begun = Under way
round-planned = Planned
round-period = { $from } to { $until }
round-minutes = { $total } minutes ({ $parts })
next-start = STARTEX, clock runs on
next-start-rounds = STARTEX, by rounds
next-resume = Go on
next-run-on = Run on
next-break = Break of { $minutes } minutes
next-round = Begin round { $number }
next-part = Next part
next-more-time = { $minutes } minutes more
next-pause = Pause
next-end = ENDEX
next-hot-wash = Hot wash
next-close = Close
briefing-title = Briefing for latecomers
briefing-scenario-time = Scenario time { $time }
briefing-who = Who am I
briefing-where = Where are we
briefing-decided = What was decided
briefing-open = What is open for me
briefing-worry = My first worry
briefing-table = Table { $table }
briefing-may = I decide on { $what }
briefing-limit = Limit: { $what }
briefing-powers = Powers: { $what }
briefing-pools = I divide: { $what }
briefing-measures = I can take: { $what }
briefing-more = and { $count } more
briefing-level = { $process } in { $region }: { $level } ({ $report })
briefing-request = Request from { $from }: { $what }
briefing-coming = My decision takes effect at { $time }: { $what }
briefing-nothing-open = Nothing waits for me
briefing-worry-request = { $from } waits for an answer. { $turn }
briefing-worry-pool = { $pool }: refused { $count } times in the last day
briefing-no-worry = Nothing presses now: read the messages and ask the table what is going on

cli-round-runs = Running: { $round }
cli-stage = Stage of the exercise: { $stage }
cli-briefing-written = Briefing written
cli-no-such-role = There is no role { $role }. Choose from { $roles }.
report-course = Course of the exercise itself
report-stage = Stage: { $stage }. Playing time { $played }.
report-played = Playing time
report-wall = Real time
report-who = Who
report-round = Round
report-round-period = Period
report-round-minutes = Minutes
report-round-state = State

tab-course = Exercise
course-no-play = NO PLAY…
course-no-play-what = What happened
course-no-play-now = Call NO PLAY
course-no-play-means = Real incident: everything stops at once
course-release = Release NO PLAY
course-release-why = Why the exercise may go on
course-jump = Time jump, with everything in between computed
course-jump-now = Jump
course-why = Reason
course-rounds = Rounds
course-change = Shorten or leave out…
course-until = Period until
course-minutes = Minutes
course-shorten = Shorten the round
course-injects-to = Injects of this round
course-skip-injects = Skip
course-drop = Leave the round out
course-comcheck = Comcheck
course-means = Reached
course-reached = Reached
course-not-reached = Not reached
course-for-role = For whom
course-no-role = Choose a role
cli-branch-made = Variant from { $time } made
round-stand-short = R{ $number } { $part } { $left }
clock-pace-minutes = { $minutes } min/s
clock-pace-hours = { $hours } h/s

# Course of injects: what became of them, what they wait for, variants
inject-state-seen = seen
inject-state-answered = answered
inject-state-closed = closed
priority-key = key
priority-normal = ordinary
priority-contingency = contingency
event-inject-seen = Inject { $inject } opened by { $role }.
event-inject-seen-room = Inject { $inject } seen.
event-inject-answered = Inject { $inject } answered by { $role }.
event-inject-acted = Action was taken on inject { $inject }.
event-inject-closed = Inject { $inject } closed.
event-inject-unanswered = There was no reaction in time to inject { $inject }.
event-inject-edited = Inject { $inject } edited.
event-inject-late = Inject { $inject } does not reach { $role } yet: the line is down.
event-inject-arrived = Inject { $inject } has now reached { $role }.
event-inject-lost = Inject { $inject } will no longer reach { $role }.
event-undone = { $decision } was undone.
command-open-inject = Message from { $sender } opened.
command-answer-inject = Answer to { $sender }: { $text }.
command-close-inject = Close inject { $inject }.
command-edit-inject = Edit inject { $inject }.
command-time-up = The playing time for inject { $inject } is over.
command-undo = Undo { $decision }.
refusal-inject-not-sent = Inject { $inject } was not sent yet. Send it first.
refusal-inject-not-received = This message has not reached this role. Choose a message from the role's own list.
refusal-inject-over = This message is done with. No answer is expected any more.
refusal-inject-only-words = Inject { $inject } was sent: only its words can still change. Make a new one for anything else.
refusal-inject-no-timer = Inject { $inject } does not wait for playing time. Send it by hand.
refusal-inject-closed = Inject { $inject } is closed. Take one from the shelf or make a new one.
refusal-undo-late = { $decision } was not given in this quarter of an hour and can no longer be undone. Take a new decision.
refusal-undo-not-yours = { $decision } can only be undone by who gave it, or by the exercise lead.
refusal-undo-again = { $decision } was undone already.
wait-talk = { $minutes ->
        [one] 1 minute of playing time
       *[other] { $minutes } minutes of playing time
    }
trigger-absent = When nobody acts for { $span } after inject { $inject }
absence-after = After { $span } without a reaction
absence-send = Inject { $inject } is sent
condition-seen = inject { $inject } seen
condition-answered = action taken on inject { $inject }
condition-decided = { $what } by { $who }
condition-decided-since = { $what } by { $who } after inject { $inject }
doing-by-anybody = a player
doing-anything = a decision
doing-divided = { $pool } divided
doing-repair = order of repair chosen for { $pool }
doing-provided = basis provided for { $pool }
doing-asked = something asked about { $pool }
doing-answered = request about { $pool } answered
doing-agreed = request about { $pool } agreed to
doing-declined = request about { $pool } declined
doing-taken = measure { $measure } taken
doing-ended = measure { $measure } ended
doing-asked-for = asked for measure { $measure }
doing-answered-for = request for measure { $measure } answered
doing-planned = movement { $movement } planned
doing-designated = movement { $movement } designated urgent
doing-replied = inject { $inject } answered
person-named = { $name }, { $function }
person-at = { $person } ({ $role })
inject-replaced = Inject { $inject } took its place
inject-effect-at = Effects from { $time }
inject-softer = Softer
inject-harder = Harder
inject-one-of = Instead of this one
inject-variants = Variants
inject-room = the room
inject-opened-by = { $time }: opened by { $role }
inject-answered-by = { $time }: { $role } answers: { $text }
inject-under-way-to = Still on its way to { $role }
inject-arrived-at = { $time }: reached { $role } later
inject-lost-to = { $time }: did not reach { $role }
inject-acted-at = { $time }: action was taken
inject-silent-at = { $time }: no reaction in time
inject-was = Until { $time }: { $text }
inject-course = What became of it
inject-edits = Earlier text
inject-acted = Recognised by
inject-on-absence = If nobody acts
inject-storyline = Storyline
inject-priority = Weight
inject-left = { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } of playing time left
inject-edit = Edit…
inject-edit-save = Record the change
inject-close = Close
inject-see = Seen
inject-answer = Note an answer…
inject-answer-text = Answer
inject-time-up = Wait no longer
inject-fire-variant = Send instead of this one
inject-undo = Undo
inject-search = Search the injects
inject-search-all = all
inject-search-none = No inject matches this search
inject-search-clear = Clear
inject-no-storyline = none
panel-edit-inject = Edit inject
panel-edit-words = This inject was sent: only its words can still change
messages-open = Read
messages-answer = Answer…
messages-answer-send = Send the answer
messages-options = What you can decide
option-take = take measure { $object } (decided by { $who })
option-end = end measure { $object } (decided by { $who })
option-divide = divide { $object } otherwise (decided by { $who })
option-repair = choose the order of repair for { $object } (decided by { $who })
option-provide = provide a basis for { $object }
option-ask = ask { $who } for room on { $object }
option-plan = plan movement { $object } otherwise
option-designate = designate movement { $object } urgent
messages-answered = Own answer
messages-late = Arrived later
decision-undone = Undone
inject-search-more = More…
inject-trigger-kept = When as planned
inject-more-effect = Add an effect

## Events lists as sheets
mel-column-code = No
mel-column-day = Day
mel-column-trigger = Moment
mel-column-title-nl = Title (NL)
mel-column-title-en = Title (EN)
mel-column-text-nl = Text (NL)
mel-column-text-en = Text (EN)
mel-column-sender-nl = Sender (NL)
mel-column-sender-en = Sender (EN)
mel-column-receivers = Receivers
mel-column-channel = Channel
mel-column-effect-after = Effects after
mel-column-effects = Effects in the model
mel-column-objectives = Objectives
mel-column-expected-nl = Expected action (NL)
mel-column-expected-en = Expected action (EN)
mel-column-question-nl = Observer question (NL)
mel-column-question-en = Observer question (EN)
mel-column-note-nl = Staff note (NL)
mel-column-note-en = Staff note (EN)
mel-column-on-absence-nl = Without action (NL)
mel-column-on-absence-en = Without action (EN)
mel-column-shelf = Shelf
mel-page-list = MEL
mel-page-board = Planning board
mel-page-roles = Role cards
mel-board-inject = Inject
mel-board-everybody = Everybody
mel-roles-role = Role
mel-roles-table = Table
mel-roles-may = May decide on
mel-roles-limit = Within this limit
mel-roles-bases = Legal bases
mel-roles-pools = Divides
mel-roles-injects = Receives
cli-mel-everybody = everybody
cli-mel-by-hand = by hand
cli-mel-yes = yes
cli-mel-own = own column, is kept
cli-mel-nothing = passed over
cli-mel-fault = fault
cli-mel-remark = note
cli-mel-sheet = Sheet { $sheet }, headings in row { $row }:
cli-mel-not-taken =
    { $count ->
        [one] Not taken over: one fault. Repair it in the sheet and try again.
       *[other] Not taken over: { $count } faults. Repair them in the sheet and try again.
    }
cli-mel-preview = This was a preview: nothing was written. With -o FILE.ron the scenario is written.
cli-mel-written = Scenario written
cli-mel-columns-saved = Columns saved
cli-mel-exported = Written, { $count } injects
cli-mel-summary = Injects: { $injects }, new: { $added }, changed: { $changed }. Faults: { $faults }, to look at: { $remarks }.
cli-mel-kept = Not in the sheet, stays in the scenario: { $codes }. With --take-out it goes.
cli-mel-taken-out = Not in the sheet, goes out of the scenario: { $codes }.
cli-mel-compared = New: { $added }, gone: { $removed }, changed: { $changed }.
cli-mel-too-large = the file is larger than { $most } MB, choose another
cli-mel-no-sheet = this is no workbook or .csv that can be read, save the file again as .xlsx ({ $said })
cli-mel-no-workbooks = this program was built without workbooks, use .csv
cli-mel-unwritable = this does not fit into a workbook ({ $said })
cli-mel-other-sheets = there is no such sheet, there are { $names }
cli-mel-no-headings = No row with headings was recognised. Put headings such as No., Time, Title, Text, Receivers and Channel into the first row, or give a saved set with --columns.
cli-mel-no-rows = There is not a single inject below the headings. See whether the right sheet was chosen (--sheet).
cli-mel-no-column = The saved set names the column “{ $heading }”, which this sheet does not have.
cli-mel-no-moment = “{ $found }” is no moment. Write D+2 14:30, H+3, M+45, a date and time, a clock time, I-07 + 2h or by hand.
cli-mel-no-day = “{ $found }” is no day. Write D+2, day 3 or a date.
cli-mel-no-clock = There is a day ({ $day }) but no clock time. Add the time, or write by hand.
cli-mel-no-time = No moment: this inject is sent by hand.
cli-mel-midnight = “{ $found }” has no clock time: 00:00 was taken.
cli-mel-day-by-order = Clock times without a day: taken in order from D+0; a time earlier than the row above counts as the next day. Add a column Day where that is wrong.
cli-mel-day-heading = “{ $found }” is taken as the day of the rows below: { $day }.
cli-mel-row-skipped = “{ $found }” stands alone in its row and is no inject: passed over.
cli-mel-outside = “{ $found }” lies on { $day }, outside the exercise. Change the moment, or the start in the scenario.
cli-mel-rounded = “{ $found }” becomes { $taken }: the simulation counts in quarters of an hour.
cli-mel-no-length = “{ $found }” is no length of time. Write 45m, 12h, 2d, 2 hours or 02:30.
cli-mel-no-trigger = “{ $found }” is no condition as a scenario has it ({ $said }). Copy one from an exported list.
cli-mel-code-changed = The code “{ $found }” becomes { $code }: a code has letters, digits, points and dashes.
cli-mel-code-given = No code: this inject becomes { $code }.
cli-mel-code-by-title = No code, but { $code } has the same title: { $code } was taken.
cli-mel-code-twice = The code { $code } also stands in { $other }. Give one of the two another.
cli-mel-nothing-said = { $code } is new and has neither title nor text. Fill one in, or remove the row.
cli-mel-hidden = Invisible characters were left out.
cli-mel-too-long = The text is longer than { $most } characters. Shorten it.
cli-mel-error-value = The cell shows “{ $found }”. Repair the formula, or put the value in by hand.
cli-mel-no-result = The formula in this cell was never worked out. Open the file in Excel, save it and try again.
cli-mel-role-taken = “{ $found }” was read as { $role }. Write the full name where that is wrong.
cli-mel-no-role = “{ $found }” is no role of this exercise, or fits more than one. Take a name from the sheet Role cards of an exported list.
cli-mel-no-objectives = “{ $found }”: the scenario has no objectives, so this was left out. Put them into the scenario first.
cli-mel-no-objective = “{ $found }” is no objective of this scenario. Choose from { $known }.
cli-mel-no-channel-given = No channel: { $channel } was taken.
cli-mel-channel-taken = “{ $found }” was read as { $channel }.
cli-mel-no-channel = “{ $found }” is no channel. Choose from { $known }.
cli-mel-no-flag = “{ $found }” is neither yes nor no.
cli-mel-no-effects = “{ $found }” is no list of effects as a scenario has it ({ $said }). Copy one from an exported list.
cli-mel-check = { $what } ({ $repair })

## The check before an exercise
preflight-translation = The text is missing in one language ({ $language }).
preflight-no-receiver = A call, letter or report without a receiver goes to everybody. Name who gets it.
preflight-nobody-seated = None of the receivers ({ $roles }) sits at a table: only the staff gets this.
preflight-says-nothing = This inject has no text.
preflight-nothing-expected = It is not said what the receivers should do.
preflight-no-question = There is no question for the observers.
preflight-after-the-end = This inject only comes on { $day }, after the end.
preflight-after-by-hand = Only comes when the lead sends { $inject } first.
preflight-never-true = This condition can never hold: two limits exclude each other.
preflight-shelf-with-time = On the shelf, and yet with a moment: choose one of the two.
preflight-by-hand = Only comes by hand, and is not on the shelf.
preflight-no-objectives = The scenario has no objectives.
preflight-objective-without-inject = No inject serves this objective.
preflight-objective-without-criterion = This objective has no evaluation criterion and no observer question: nobody can see whether it is met.
preflight-serves-nothing = This inject serves no objective.
preflight-never-sent = In the rehearsal this inject was never sent.
preflight-role-without-play = This role receives nothing and decides nothing.
preflight-role-idle = This role has nothing to do for { $hours } hours, from { $time }.
preflight-round-idle = The table { $table } has { $count } things to decide in this round; fewer than two is waiting.
preflight-round-full = The table { $table } has { $count } things to decide in this round; with more than four nobody talks any more.
preflight-movement-impossible = Of this movement nothing crossed the border in the rehearsal.
preflight-movement-late = In the rehearsal { $percent } % of this movement crossed the border.
cli-preflight-wrong = wrong
cli-preflight-doubt = doubt
cli-preflight-note = note
cli-preflight-load = { $role }: { $received } received, { $decided } decisions, longest silence { $hours } hours from { $time }.
cli-preflight-summary = Wrong: { $wrong }, doubts: { $doubt }, notes: { $note }. Rehearsal: { $sent } injects sent, in { $seconds } s.

## Scenarios: what a lead fills in, and the guide for the staff
fields-date = a date as year-month-day, such as 2027-03-08
fields-words = your own words, at most 60 characters
cli-fields-none = This scenario has nothing to fill in.
cli-fields-allowed = May be: { $what }.
cli-fill-written = Filled scenario written
cli-check-value = With { $field } = { $value } filled in this scenario does not play.
cli-check-values = With every other value that may be filled in it is in order as well ({ $count } tried).
cli-guide-none = This scenario has no guide for the staff and no role cards. Give it `guide` and `cards`; doorvoerland reference says what they can hold.
cli-guide-written = Guide written
guide-title = Guide for the staff: { $title }
guide-about = What it is about
guide-purpose = Purpose
guide-ready = Have ready
guide-minutes = Plan by minutes
guide-minutes-line = { $from } to { $until } min: { $what }
guide-watch = What to watch
guide-in-round = Round { $round }: { $text }
guide-questions = Questions for the hot wash
guide-terms = Words you will hear
guide-term = { $term }: { $meaning }
guide-card = Role card: { $role }
guide-card-decide = I may decide: { $text }
guide-card-ask = I must ask: { $text }
guide-card-worry = My first worry: { $text }

## Scenarios: a new one, and what they may say
cli-new-name = “{ $name }” cannot be the name of a scenario: use 1 to 80 letters, digits and dashes
cli-new-written = New scenario, in order and ready to play
cli-reference-title = Doorvoerland: what a scenario may say
cli-reference-intro = Every field with what may stand there, what holds when it is left out, and an example.
cli-reference-written = Reference written
cli-reference-needed = must be there
cli-reference-default = may be left out, then { $value } holds
cli-reference-choice = a choice
cli-reference-object = fields
cli-reference-name = Name
cli-reference-meaning = Meaning
cli-reference-what = What may stand there
cli-reference-left-out = When it is left out
cli-reference-example = Example

## Paper
paper-situation = Situation sheet
paper-inbox = Messages
paper-cards = Decision cards
paper-slips = Request slips
paper-fiches = Capacity fiches
paper-roles = Role cards
paper-briefing = Briefing for latecomers
paper-boards = Name boards
paper-map = Map A3
paper-phone = Telephone list
paper-blank = Paper set for a power cut
paper-script = Script of the day
paper-injects = Inject cards
paper-observers = Observer forms
paper-road = Road to STARTEX
paper-folder-staff = Staff
paper-folder-room = Room
paper-no-play = Real incident? Call three times: NO PLAY
paper-played = played on { $day }
paper-page = Page
paper-staff-only = For the staff only: not for the tables
paper-table-now = What is going on
paper-table-damages = Damage and repair
paper-table-decided = What was decided
paper-table-waiting = Waits for an answer of this table
paper-table-new = Latest messages
paper-table-worry = Look at this first
paper-table-moment = As of
paper-table-seats = At the table
paper-table-nothing = Nothing known
paper-table-damage = No. { $number }: { $what }
paper-table-request = Request { $number } from { $from }: { $what }
paper-role-number = Role number
paper-role-table = Table
paper-role-may = You may
paper-role-limit = Limit
paper-role-subtitle = Who am I, what may I decide, whom must I ask, what do I look at first
paper-role-bases = What your decisions rest on
paper-role-cards = Your decision cards
paper-role-more-cards = and { $count } more, see the stack of cards
paper-role-no-cards = No cards of your own: you advise, ask and confer
paper-role-ask = Whom you must ask
paper-role-ask-owner = Everything that another owns: ask the owner with a request slip
paper-role-ask-line = { $what }: ask { $who } for { $basis }
paper-role-worry = Look at this first
paper-role-rules = How to play
paper-role-rule-1 = Choose with your table at most two decisions and two requests in a round
paper-role-rule-2 = Fill in the card, with time and reason, and hand it to the operator
paper-role-rule-3 = A decision takes effect at the time on the card, not when it is typed
paper-board-number = role { $number }

## Decision cards on paper
card-divide = Divide { $pool } otherwise
card-provide = Provide a basis: { $basis }
card-provide-hint = For somebody who wants to go beyond a limit. Without this basis the decision is refused; with it, it can be taken by its owner
card-repair = Order of repair
card-depart = { $movement }: hold or release departures
card-port = { $movement }: choose the port
card-gather = { $movement }: choose where it gathers
card-urgent = Designate { $movement } urgent
card-there-is = There is
card-order = Order if nobody decides
card-not-alone = Not alone
card-limit = { $what }: { $basis } from { $who }
card-blank-for = For card (number)
card-together = Together with
card-repair-hint = The number of the damage is on the situation sheet. Place 1 is served first within its category
card-depart-hint = What is under way goes on. Only new departures are held or released
card-move-hint = Choose from the list below. What has berthed or left stays as it is
card-urgent-hint = Counts once both ministries have designated it. The movement then goes before passengers and other freight
card-blank-region = Region (number)
card-blank-way = How (1, 2 or 3)
card-blank-class = Category (1 to 6)
card-blank-count = How many
card-blank-go = 1 release, 0 hold
card-blank-port = Port (number)
card-blank-place = Place (number, 0 for none)
card-blank-damage = Damage (number)
card-blank-rank = Place in the order
card-blank-time = Takes effect (time)
card-blank-reason = Reason
fiche-part = { $number } of { $count }

## Request slips
slip-title = Request to another table
slip-hint = Fill in, take it to the other table yourself and talk. Then to the operator
slip-from = From (role number)
slip-to = To (role number)
slip-card = Card number
slip-time = Needed by
slip-what = What we ask
slip-why = Why
slip-offer = What we offer
slip-classes = Category: { $classes }
slip-answer = Answer
slip-agree = agreed
slip-decline = no
slip-counter = otherwise
slip-number = Request number (operator)

## Telephone list
phone-number = Role
phone-role = Function
phone-name = Name
phone-phone = Telephone
phone-lead = Exercise lead
phone-operator = Operator
phone-reply = Response cell
phone-observer = Observer
phone-regions = Numbers of the safety regions
phone-hint = Call only numbers on this list. Begin and end every call with: EXERCISE, EXERCISE, EXERCISE

## Paper set
blank-how = How to go on with paper
blank-step-1 = 1. The lead says PAUSE, notes the scenario time and keeps the tables seated
blank-step-2 = 2. The last situation sheet is what holds; messages go on the forms that follow
blank-step-3 = 3. Decisions go on loose cards, with card number, time and reason
blank-step-4 = 4. The staff settles consequences with the script and writes them in the log
blank-step-5 = 5. When power is back the operator types the cards in the order of their times
blank-decision = Decision
blank-decision-hint = One decision on a card
blank-role = On behalf of (role number)
blank-decided = We decide
blank-message = Message
blank-scenario-time = Scenario time
blank-wall-time = Real time
blank-text = Text
blank-table = Table
blank-log = Log
blank-log-hint = One line for each event, also for what did not happen
blank-log-columns = Scenario time · real time · who · what

## Script of the day
script-objectives = Objectives
script-injects = Injects of this round
script-waiting = Follows on something, or by hand
script-shelf = On the shelf
script-hint = Note the real time on every line. Check off what was passed on
script-minutes = { $from }–{ $until } min
script-minute = Minute
script-part = Part
script-what = What happens
script-wall = Real time
script-do-situation = Hand out the situation sheets, three sentences on where we are, questions
script-do-table = Tables weigh and choose; the response cell passes on the injects
script-do-between = Tables visit each other with request slips
script-do-hand-in = Cards to the operator, who reads back before confirming
script-do-run = Run and look together: who got what, who did not
script-when = When
script-inject = Inject
script-whom = How and to whom
script-from = From
script-note = For the staff
script-question = Observer question
script-done = Done
script-sent-at = Passed on at

## Observers
observer-title = Observer at table { $table }
observer-hint = Watch, listen and write down the time. Do not intervene, do not prompt
observer-name = Observer
observer-round = Round and time
observer-seen = What did you see, and when
observer-picture = Picture: shared and right
observer-weighing = Judgement: interests weighed
observer-decision = Decision: clear, with owner and time
observer-top = One thing done well
observer-tip = One thing to improve

## Road to STARTEX
road-hint = Counted back from the day of the exercise. Small exercises can combine steps
road-before = { $days } days before
road-day = On the day
road-who = Who
road-mandate = Sponsor, function (test, develop or orient), audience and budget settled
road-objectives = Objectives with criteria and observer questions
road-scenario = Scenario chosen and tested with port, rail, Defence and region
road-tables = Tables and roles filled, with spares for drop-outs
road-adapt = Region, port, dates and names adapted; injects complete by storyline
road-observers = Observers asked, forms and objectives shared
road-check = Pre-flight check without errors
road-invite = Invitation with rules, marking and NO PLAY
road-rehearsal = Rehearsal; injects that do not fire repaired
road-print = Paper printed and bundled by table, paper set for a power cut apart
road-comcheck-plan = Telephone list filled in, second laptop and USB stick tested
road-room = Room, projector, name boards and maps on the tables
road-comcheck = Comcheck: every table and the response cell reached
road-startex = STARTEX

## Operator mode
operator-card = Card (number; r for a request, u undo, ? help, stop)
operator-region = Region, number
operator-for-card = For which card, number
operator-count = How many
operator-go = 1 release, 0 hold
operator-port = Port, number on the card
operator-place = Place, number on the card, 0 for none
operator-damage = Damage, number on the situation sheet
operator-rank = Place in the order, 1 is first
operator-way-first = first
operator-way-keep = keep free
operator-way-most = at most
operator-time = Takes effect (1430, +6, D+2 1430; empty is now)
operator-confirm = Is this right? Empty is yes, x is no
operator-understood = Card { $number }, { $who }: { $what } Takes effect { $time }.
operator-reason = Decision card, entered by the operator
operator-no-card = There is no card „{ $text }”. Cards run from { $first } to { $last }; the number is at the top left.
operator-cannot-end = Card { $text } cannot have a minus sign: only a measure can be ended.
operator-cannot-ask = Card { $text } cannot be asked for: a request is about capacity or a basis. Ask the table to play the card itself.
operator-no-role = There is no role „{ $text }”. Role numbers run from 1 to { $most } and are on name board and role card.
operator-no-answer = „{ $text }” does not fit here. Asked is: { $field }.
operator-no-time = „{ $text }” is no time to come. Type 1430, +6 for in six hours, or D+2 1430.
operator-no-request = Request „{ $text }” does not wait for an answer. The number is on the situation sheet.
operator-too-much = „{ $text }” is too much. Press Enter to confirm the card, or type x to put it away.
operator-nothing-to-undo = There is nothing to undo: only a card of this quarter of an hour can be taken back.
operator-not-now = Nothing can be entered now: another moment is shown, or the recording cannot be written.
operator-done = Noted as number { $number }.
operator-undone = Undone.
operator-dropped = Card put away.
operator-welcome = { $title }, { $time }. { $count } cards. Type a card number.
operator-bye =
    { $count ->
        [one] One card entered.
       *[other] { $count } cards entered.
    }
operator-help-1 = 214 2 3 4 1430: card 214 with all that it says, in one line or step by step.
operator-help-2 = -120 19 .: end the measure of card 120 in region 19, now.
operator-help-3 = r 8 214 3 2 4 .: role 8 asks the owner for card 214.
operator-help-4 = y 31 or n 31: agree to or decline request 31. u: undo the last card. x: put the card away.
operator-help-5 = # and what follows it: the reason on the card.

## Command line
cli-paper-written = { $count } documents, { $pages } pages in
cli-paper-no-round = There is no round { $number }: this exercise has { $count } rounds.
cli-paper-no-table = There is no table „{ $text }”. There is: { $tables }.
cli-paper-bad-date = „{ $text }” is no date: write 2026-11-30.
cli-paper-not-set = A page could not be set: { $why }

## Dossier: decisions in BOB form, intents, disputes, observations
tab-dossier = Dossier
tab-evaluation = Evaluation
dossier-decision = Decision (BOB)
dossier-intent = Intent
dossier-dispute = Dispute
dossier-record = Record this decision (BOB)
dossier-role = In the name of
dossier-table = Table
dossier-about = Is about
dossier-about-nothing = No message in particular
dossier-picture = Picture: what is going on, what is certain, what is not?
dossier-judgement = Judgement: what does that mean, what weighs most?
dossier-options = Options weighed, one a line
dossier-decided = Decision: what, by whom, when?
dossier-commands = Given to carry it out
dossier-file-decision = Record the decision
dossier-file-intent = Record the intent
dossier-file-dispute = File the dispute
dossier-correct = Correct
dossier-correcting = Corrects sheet { $number }
dossier-corrected = Replaced by sheet { $number }
dossier-filed = Recorded as sheet { $number }
dossier-seen = What could this role see?
dossier-seen-title = What { $role } could see at { $time }
dossier-decisions = Recorded decisions
dossier-intents = Intents and what came of them
dossier-disputes = Register of disputed figures and rules
dossier-none = Nothing recorded yet
dossier-sheet = Sheet { $number }
dossier-picture-short = Picture
dossier-judgement-short = Judgement
dossier-options-short = Weighed
dossier-decided-short = Decision
dossier-intent-first = Say before you divide what you want to hold; what came of it will stand beside it later
dossier-pool = Scarce capacity
dossier-all-pools = Everything of this table
dossier-words = What do we want to hold?
dossier-order = Order: what is held longest stands on top
dossier-no-share = no share named
dossier-up = Up: { $name }
dossier-remove = Remove: { $name }
dossier-subject = Which figure or rule?
dossier-reason = Why is it not right, and what should stand there?
dossier-ruling-command = Number of the command with which the staff puts it right (may stay empty)
dossier-ruling-why = Explanation
dossier-rule = Record the ruling
dossier-open = No ruling yet
seen-messages = Messages
seen-pools = Own scarce capacity
ruling-accept = Accepted
ruling-adapt = Adapted
ruling-park = Parked
ruling-said = { $choice } ({ $time }): { $reason }
intent-afterwards = Recorded after the table had already divided in this round
intent-rank = no. { $rank }
intent-rank-share = no. { $rank }, { $share } %
intent-not-asked = not asked for
intent-held = held
intent-too-little = less than intended
intent-not-named = asked for, not named
intent-overtaken = { $class } went first
intent-column-class = Category
intent-column-stated = Intended
intent-column-served = Served
intent-column-outcome = Outcome
intent-note = Served over full hours; over more than one capacity the mean of their shares

## Evaluation: objectives, evaluation criteria, observers
evaluation-matrix = Objectives
evaluation-observe = Observe
evaluation-counts = Evaluation criteria: { $open } open, { $met } met, { $missed } not met, { $unseen } not observed
evaluation-end-met = End condition: met now
evaluation-end-not-met = End condition: not met now
evaluation-injects = Injects
evaluation-questions = Questions to observers
evaluation-observed = Observations: { $count }
evaluation-observed-mark = Observations: { $count }, mean mark { $mark }
evaluation-serve-nothing = Injects without an objective
evaluation-none = This scenario has no objectives
evaluation-shelf = on the shelf
evaluation-sent = sent
standing-open = open
standing-met = met
standing-not-met = not met
standing-not-observed = not observed
standing-decided = { $time }, by { $by }
standing-by-hour = the figure at the full hour
standing-by-sheet = sheet { $number }
standing-by-time = the passing of time
gap-no-inject = No inject serves this objective
gap-no-criterion = No evaluation criterion says when it is met
gap-no-question = Observers are asked nothing about it
gap-no-observation = Nobody noted anything about it
sign-unanswered = inject { $inject } left without a reaction
sign-recorded = decision recorded by { $role }
sign-intended = intent recorded at table { $table }
test-event = Happens: { $sign }
test-absence = Does not happen: { $sign }
test-within = Within { $time } of “{ $of }”: { $sign }
test-talk = { $count ->
    [one] one minute in the room
   *[other] { $count } minutes in the room
 }
test-sequence = In this order: { $signs }
test-at = At { $time }: { $limit }
test-throughout = From { $from } until { $until } always: { $limit }
test-once = At least once from { $from } until { $until }: { $limit }
test-rating = Observers give question { $question } a mean mark of at least { $mark }
test-hours = { $count } h
test-minutes = { $count } minutes
test-window = (from { $from } until { $until })
observer-own-questions = Questions of this exercise
observer-form = Observation form
observer-number = Observer
observer-role = About the role
observer-any-role = No role in particular
observer-any-table = No table in particular
observer-question = Question
observer-no-question = Free observation
observer-mark = Mark
observer-mark-means = 1 not seen, 2 weak, 3 sufficient, 4 good, 5 an example to others
observer-text = What did you see?
observer-inject = With inject
observer-about-decision = With recorded decision
observer-no-decision = No decision in particular
observer-objective = With objective
observer-by-question = As the question or the inject says
observer-file = Record the observation
observer-list = Observations
observer-none = No observations yet
observer-said = Observer { $number }
observer-script-asks = The script asks: { $question }
report-evaluation = Evaluation: objectives, injects and observations
report-evaluation-means = An evaluation criterion is derived from what was recorded: events, decisions, hourly figures and sheets of the dossier.
report-objective = Objective
report-criterion = Evaluation criterion
report-standing = Standing
report-decided-by = Decided by
report-gaps = What is missing
report-dossier = Recorded decisions
report-intents = Intents and what came of them
report-observations = Observations
report-disputes = Disputed figures and rules
report-sheet = Sheet
report-about = About
report-question = Question
report-mark = Mark
report-ruling = Ruling
report-bob = Picture, judgement, decision
report-subject = What about
refusal-sheet-empty = A text is missing. Fill in every field that is needed.
refusal-sheet-unknown = Something was chosen that does not exist. Choose again.
refusal-sheet-not-yours = This sheet is another's. Write in the name of your own role or table.
refusal-no-such-sheet = Sheet { $number } does not exist or is of another kind. Choose a sheet of the dossier.
refusal-not-your-command = Decision { $number } was undone or is another's. Choose a decision of your own.
refusal-mark-outside = There is no mark { $mark }. Choose one from 1 to 5.
refusal-words-only = This question is answered in words. Leave the mark out.
refusal-ranks-bad = A category stands there twice, or a share is above 100 %. Correct the order.
preflight-criterion-needs-shelf = This evaluation criterion waits for inject { $inject }, which is sent by hand only.
preflight-criterion-not-observed = In the rehearsal this evaluation criterion could not be observed.
preflight-round-without-questions = Round { $round } has no observer question of this exercise and no standard set was chosen.
cli-matrix-summary = Objectives: { $objectives }, with something missing: { $gaps }, injects without an objective: { $nothing }.
cli-matrix-missing = Missing: { $what }

compare-title = Groups side by side
compare-means = The same exercise, played by different groups. The figures come from the same sums as the rest of this report. There is no final mark and no ranking.
compare-of = { $part } of { $whole }
compare-delivered = Military pieces across the border
compare-delay = Hours that civil transport waited
compare-given-up = Civil transports called off
compare-unmet = Unmet need, weighted person-days
compare-damages = Damage still open
compare-ammunition = Hours that ammunition trains stood still where they should not
compare-injects = Injects sent
compare-injects-some = Injects that not every group got
compare-decisions = Decisions
compare-automatic = Of those by automatic players
compare-criteria = Evaluation criteria
compare-criteria-met = Criteria met
compare-intent = { $words }. { $asked ->
    [0] Nothing of what was named was asked for.
   *[other] { $held } of { $asked } categories asked for went as intended.
 }
compare-partings = Where the groups first part
compare-partings-means = For each round and table the earliest decision that not every group took. What all groups did, at whatever hour, does not count here.
compare-first = First difference
compare-no-difference = No difference in decisions.
compare-when = { $when } ({ $count ->
    [one] one decision
   *[other] { $count } decisions
 } in this round)
compare-whole = Whole exercise
compare-same = { $what }: { $value } (all groups)
compare-asked = Request about { $subject }
compare-countered = Other terms proposed about { $subject }
compare-agreed = Agreed to a request about { $subject }
compare-declined = Declined a request about { $subject }
compare-repair = Order of repair changed
compare-other-seed = Note: the random number differs, so weather and chance went otherwise. { $list }.
compare-other-date = Note: the first day differs. { $list }.
compare-other-end = Note: not every group got equally far. { $list }.
compare-other-script = Note: the script was changed between the groups. What a group did not have is a dash.
compare-other-scenario = { $first } and { $second } cannot be compared: they are two scenarios, { $one } and { $other }. Choose recordings of the same scenario.
compare-other-filled = { $first } and { $second } cannot be compared: the field { $field } is filled in differently, { $one } against { $other }. Choose recordings with the same filled in; only a date may differ.

paper-hot-wash = Hot wash
paper-table-unplayed = Nothing was played yet: worked out ahead without decisions by anybody. Print this sheet again from the recording after the round before.
wash-first = First write, then talk, and the figures only then
wash-then = What came of it
wash-figures = Figures
wash-later = The figures come after ENDEX. Print this sheet again from the recording then.
wash-question-1 = What did we want to hold, and what did we hold?
wash-question-2 = Which decision of another table cost us most?
wash-question-3 = Who waited for us without our knowing?
wash-question-4 = Where should we have called earlier, and whom?
wash-question-5 = What will we do differently on Monday?

# Scaling up by region
measure-grip-1 = Scale up one region to GRIP 1
measure-grip-3 = Scale up one region to GRIP 3
measure-grip-5 = Scale up with other regions to GRIP 5
metric-grip = Scaling up (GRIP)
metric-sites-ready = Sites of Defence that work
metric-travellers-waiting = Travellers who wait at airfields
metric-by-hand = Digital outage made up for by hand
metric-tier-first = First tier of the NATO Force Model across the border in time
metric-tier-second = Second tier of the NATO Force Model across the border in time
metric-tier-third = Third tier of the NATO Force Model across the border in time
metric-theme-need = Need caused by threats
risk-nature = Disasters of climate and nature
risk-disease = Infectious diseases
risk-accidents = Major accidents
risk-extremism = Polarisation, extremism and terrorism
risk-interference = Unwanted interference and influence
risk-military = International and military threats
risk-economic = Economic threats
risk-cyber = Cyber threats
risk-vital = Threats to vital infrastructure
grip-class-0 = not scaled up
grip-class-1 = GRIP 1
grip-class-2 = GRIP 2
grip-class-3 = GRIP 3
grip-class-4 = GRIP 4 or 5
refusal-taken-over = the region is scaled up so far that { $owner } decides on the measure { $measure }. Ask { $owner }.
refusal-scaled-further = the region is scaled up to GRIP { $level } already. Scale down first: end that level.

# Automatic players: measures and messages
auto-sees-figure = { $name } is now { $value }
auto-sees-least = { $name } is { $value } where it is worst
auto-sees-damages = Known failures of this kind ({ $kind }): { $count }
auto-sees-silent = No report has come for over two hours from regions with { $value } of the inhabitants
auto-sees-behind = A movement is { $value } behind its date
auto-sees-short = Claims on { $pool } were refused in { $count } of the last six hours
auto-sees-arrived = Allies are here
auto-sees-arriving = Allies arrive in { $hours } hours
auto-eased = No longer needed: { $sign }
auto-helps = that can be seen here: { $sign }
auto-too-little = there is too little of it here: { $sign }
auto-on-word = it cannot be seen from here, but who asks for { $measure } is in the middle of it
auto-not-seen = nothing can be seen from here of what { $measure } is for
auto-may-not = { $measure } is not possible now: { $why }
auto-taken-up = { $measure } is in force where it is needed most, or something else is in its place
auto-takes-help = { $measure } helps like this too
auto-help-too-dear = there is no money for { $measure }
auto-done = { $measure } has been taken meanwhile
auto-chooses-cautious = of what the message puts forward this is the most cautious
auto-chooses-bold = of what the message puts forward this goes furthest
auto-reads = The message is there
auto-replies = Received. Decided since: { $deeds }
auto-replies-nothing = Received. There is nothing to decide now; we follow it.
temperament-careful = careful
temperament-bold = bold
command-players = The automatic players are { $temperament }.
command-players-role = { $role }: { $temperament }.
command-hand-over = { $role } goes over to seat { $seat }.
command-hand-over-auto = { $role } goes over to the automatic player.
refusal-same-seat = seat { $seat } has this role already.

# Role cards and authority
role-matrix = Who decides what
role-card-table = Table
role-card-seat = Seat
role-card-played = Played by
role-card-bases = Legal basis
role-card-may = May decide
role-card-limit = Limit
role-card-owns = Divides
role-card-measures = Takes and ends
role-card-powers = May also
role-card-provides = Provides to others
role-card-asks = Needs
role-card-phones = Has to be able to phone
role-card-duty = Scaling up
role-played-auto = the automatic player
role-played-seat = seat { $seat }
role-provides-one = { $pool }, { $what }: { $basis }
role-measure = { $measure } ({ $basis })
role-measure-region = { $measure } ({ $basis }, by region)
role-needs-limit = { $role } for { $pool }, { $what }: { $basis }
role-needs-measure = { $role } for { $measure }: first { $under }
role-duty-from = on duty from GRIP { $level } in the region; before that its staff has to come together first
role-gives-over = at GRIP { $level } { $role } decides in its place
role-takes-over = decides at GRIP { $level } in the place of { $role }
matrix-divide = Dividing { $pool }
matrix-limit = { $what }: { $basis } from { $roles }
matrix-under = first { $under } by { $role }
matrix-above = at GRIP { $level } in the region: { $role }

# Trying out
cli-preview-head = If { $inject } is sent now ({ $from }): what there is at { $until }, without and with it, for { $seeds } dice
cli-preview-band = { $name }: now { $now }; without { $without }, with { $with }
cli-preview-range = { $low } to { $high }
cli-preview-foot = * a difference whatever the dice. Played by automatic players: people may decide otherwise.
cli-no-such-inject = there is no inject { $inject }: choose a code of the script.

# Withdrawing requests, decisions a round
command-withdraw = { $decision } withdrawn.
event-withdrawn = { $from } has withdrawn the request to { $to } ({ $decision }).
refusal-not-asker = only { $role } can withdraw this request.
request-withdrawn = Withdrawn by { $who } at { $time }: { $reason }

# Handing a role over
handover-seat = Who plays the role
handover-measures = Measures of this role
handover-pools = Agreements in force
handover-asked = Requests on which this role has the turn
handover-waits = Requests that lie with somebody else
handover-underway = Decisions on their way
handover-measure = { $measure }: in force since { $time }
handover-measure-until = { $measure }: in force until { $time }
handover-measure-ordered = { $measure }: takes effect at { $time }
handover-pool = { $pool }: { $changes } ({ $until })
handover-request = { $from } to { $to }: { $terms } Lapses at { $time }
handover-order = { $decision } Arrives at { $time }

## Tabs, operator mode, trying out, start, roles and variants on the screen

tabs-staff = Control
tabs-play = Play
tabs-reference = Reference
tabs-keys = Ctrl+{ $key }, once more for the next page
dock-back = Back to { $page }
eyes-chair = Chair
eyes-means = Whose eyes you look with and in whose name you decide; a role sees only what it was told
eyes-seated = At the tables in this exercise
eyes-staff = Played by staff or program
tab-operator = Operator
tab-roles = Roles
operator-cards = Cards { $first } to { $last }
operator-in-hand = Card { $number }: { $what } ({ $who })
operator-type = Card number and what is filled in on it; ? explains
operator-last = Last decisions of the roles
preview-ask = What happens if this is sent now?
preview-working = Being tried on hidden copies; the exercise does not notice
preview-failed = Could not be tried
preview-again = Try again
preview-clear = Different whatever the dice
preview-no-difference = Not one figure differs whatever the dice
preview-others = Other figures
preview-row = now { $now }; without { $without }; with { $with }
preview-now = Now
preview-with = With this inject
preview-means = Three days ahead, played by automatic players; people may decide otherwise; for exercise control only
fields-default = As it was
fields-wrong-choice = Does not go with what else is filled in; choose again
fields-wrong-date = Not an existing date; write year-month-day, such as 2027-03-08
fields-wrong-words = Write 1 to 60 characters, without quotes or braces
start-fields = To fill in yourself
start-faults = First mend what is red above
start-safe = Your exercise is safe: go on at { $time }
start-lesson = Lesson for one person, a quarter of an hour
start-brief = { $span }, clock runs on
start-brief-rounds = { $span } in { $rounds } rounds, { $minutes } min
start-rounds = Played in { $rounds } rounds, { $minutes } minutes together
start-roles = Roles at the tables: { $roles }
start-roles-all = Roles at the tables: all
start-injects = Messages in the script: { $injects }
start-objectives = What the exercise must show
start-rehearse = Rehearse
start-rehearse-means = Plays the whole exercise with automatic players and says what would go wrong on the day
start-rehearsing = The exercise plays itself…
start-lessons = Learn first
start-exercises = Exercises
start-closed = Look at
start-drop = You can also drop a recording or a scenario on the window
start-leave = To the start screen
start-leave-means = The clock stops; everything is in the recording and you can go on later
notice-leave-first = This exercise is still running. Go to the start screen first (Reference, Settings); everything is kept.
notice-reread = { $file } was read again.
notice-reread-later = { $file } has changed on disk. This exercise goes on with what it read at its start; begin it anew to see the change.
notice-reread-broken = { $file } has changed but cannot begin like this ({ $faults ->
    [one] one fault
   *[other] { $faults } faults
}). What was there stays. { $why }
start-broken = This exercise cannot be played like this
temper-means = Roles that nobody plays are played by the program: careful acts early and broadly, bold late and narrowly
temper-all = Automatic players
temper-each = Different for a role
temper-as-others = as the others
roles-card = Role card
roles-people = Who plays whom
roles-which = Role
roles-handover = Hand over
roles-seat = Seat
roles-seat-means = 0 is the automatic player; higher is a person at a table
roles-handover-now = Hand the role over
roles-handover-page = For who takes the role over
roles-nothing-waits = Nothing holds or waits in the name of this role
roles-search = Search by decision, role or basis
roles-search-none = No decision found
roles-each = Role by role
request-withdraw = Withdraw…
request-withdraw-why = Why withdraw it
request-withdraw-now = Withdraw the request
branch-ask = Variant from here…
branch-sure = You go on from this moment in a recording of its own; the exercise that you leave is kept as it is
branch-yes = Make the variant
branch-made = Variant from { $time } made in { $file }; { $from } stays as it was
branch-of = This is a variant of { $file }
branch-leave = Back to the exercise that you left

# Second window, palette, keys, notices
board-measured = Mean over the inhabitants of the Netherlands, as reported; for a movement the share that has crossed the border. The arrow says where it went in six hours
board-waits = nobody across yet
board-moves = on the way
board-over = across the border
board-late = late
key-left = Left arrow
key-right = Right arrow
bar-scenario-time = Time in the scenario: the day since its start, with the date
bar-play-time = Time played in hours and minutes: pauses are not counted
bar-wall-time = Real time: what time it is in the room. Shown only while the clock runs
blank-now = Hide my screen
blank-off = Show my screen again
blank-means = Only EXERCISE, the name and the clock stay. The exercise and the recording go on
blank-back = Press F8 to go on
second-title = Second screen
second-for = What is on it
second-table = Table { $table }
second-open = Open the second screen
second-close = Close the second screen
second-full = Make this window fill its display, or stop that
second-means = Shows only what such a table or role may know. Closing it does not end the exercise; F11 makes that window fill its display
notice-second-mirrored = The displays show the same picture: what you see is on the projector as well. Choose "extend" instead of "duplicate" in the system (Windows: Windows key+P) and try again.
notice-second-one = There is only one display. The second window would lie over yours, and whoever looks on sees both. Connect the projector and choose "extend", or open it now and move it aside yourself.
second-anyway = Open anyway
cli-second-unknown = { $code } is no picture for a second screen. Possible: { $list }
action-kind-clock = Clock
action-kind-page = Page
action-kind-screen = Screen
action-kind-map = Map
action-kind-place = Place
action-kind-inject = Inject
action-kind-measure = Measure
action-kind-setting = Setting
action-operator = Enter cards as operator
action-script = Script in place of the map, or back
key-shift = Shift
action-layer-show = Show map layer: { $layer }
action-layer-hide = Hide map layer: { $layer }
action-still = Calm picture: let nothing glide
action-glide = Let transports glide again
key-space = Space
palette-title = Find and do anything
palette-hint = Find a page, place, inject, measure or setting
sheet-title = Keys
sheet-focus = Tab goes to the next button, Shift+Tab back, Enter or space presses it. Esc closes what lies over the screen. What has no key of its own is in Ctrl+K
answers-title = Notices of this chair
happened-played = played { $played }
happened-clocks = played { $played } · { $wall } in the room
answers-none = Nothing was asked or refused yet
settings-theme-contrast = High contrast
settings-motion = Motion
settings-still = Calm picture
settings-still-means = Transports jump by the quarter of an hour instead of gliding
settings-kept = Language, colours, text size and motion are kept for the next time
settings-keys-where = F1 shows all keys, Ctrl+K finds everything that can be done
notice-settings-broken = Your kept settings could not be read and were put aside as { $file }. The program begins with the ordinary ones.
settings-not-kept = The settings could not be kept: { $why }

## Script over the whole window, tables, charts

tab-script = Script
script-open = Script (F3)
script-to-map = Back to the map (F3)
script-part-table = Table
script-part-lanes = Timeline
script-part-load = Load per role
script-part-foresight = Foresight
script-round = Round
script-day = Day
script-text = Text
script-moment-means = This is no moment; type it as D+2 14:15, or as 14:15 on the same day
script-edit-means = Double-click a cell, or go there with the arrows and press Enter, to change moment, title, text or receivers
script-choose = Choose an inject in the table or on the timeline
script-receivers-of = Receivers of { $inject }
script-receivers-all = Nobody ticked means everybody
script-by-storyline = By storyline
script-by-receiver = By receiver
script-no-storyline = without storyline
script-zoom-in = Closer
script-zoom-out = Further away
script-zoom-all = Whole exercise
script-no-moment = Without a fixed moment
script-past = that has passed already
script-move-to = { $inject } to { $time }
script-nudge-means = Enter moves it
script-load-means = For each role: messages / messages that a decision is expected on, as planned
script-load-judged = With fewer than two decisions in a round a role waits (⏷), with more than four nobody gets to talk (⏶)
script-load-cell = { $injects ->
    [one] 1 message, { $decisions } with an expected decision
   *[other] { $injects } messages, { $decisions } with an expected decision
}
script-load-few = Fewer than two: this role waits
script-load-many = More than four: no time to talk
table-name = Table, arrows go through the rows
table-filter = Filter
table-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
table-copy-means = Copies the rows as they stand here, to paste into a spreadsheet
chart-unit = claims in three hours
unit-percent = percent
unit-hours = hours
unit-person-days = person-days
unit-megawatts = megawatts
unit-megawatt-hours = megawatt-hours
unit-kilo-euros = thousand euros
unit-class = class, 1 is A
foresight-ask = Look ahead
foresight-means = How it would go on with the planned injects if the automatic players played everybody; people decide otherwise
foresight-failed = Looking ahead did not succeed
foresight-head = From { $from } to { $until }, { $seeds } throws of the dice
foresight-now-end = Now { $now }, at the end { $end }
tab-desk = Situation picture
theme-population = Population and supplies
theme-order = Public order and government
theme-care = Care
theme-energy = Energy
theme-telecom = Telecom and ICT
theme-transport = Transport
theme-economy = Economy
theme-defence = Defence
desk-picture = Picture by theme, the weakest first
desk-damages = { $count ->
    [0] No damage or failure known
    [one] 1 damage or failure known
   *[other] { $count } damages and failures known
}
desk-age = oldest report { $span } old
desk-inbox = Messages
desk-unread = { $channel }: { $unread } unread
desk-requests = Open requests
desk-yours = waits for you
desk-more-regions = and { $count } more regions
desk-rest = { $count } more
desk-own = Own resources
desk-stands = Free
desk-refused-day = Refused
desk-own-means = Refused over the last 24 hours; a double click or Enter opens the allocation board
desk-decided = Own decisions
messages-only-unread = only unread
messages-none-fit = No messages this way
split-title = Kept free per class
split-grip = Kept free for { $class }: { $units }
split-rest = For who comes first
split-means = Drag the end of a bar, or go there with Tab and use the arrows; outlined is reserved, a bracket is the maximum
split-too-much = { $kept } kept free of { $units }: there are not that many
split-undo = Undo the last decision
draft-working = The forecast is being worked out
draft-granted = Granted from now on
draft-refused = Refused from now on
draft-unit = number of claims
draft-legend = Dashed without the decision, solid with it; the area lies between the lowest and the highest of { $throws } throws of the dice
table-as-table = As a table
table-kind = Kind
table-what = What
table-about = About
table-figure = Figure
table-value = Value
table-source = Source
table-sure = Confidence
table-from = From
table-to = To
table-pieces = Pieces
table-ashore = On the quay
table-across = Across the border
desk-indicators = Course of the indicators

# The map: what it is coloured by
shell-filter = Search what to colour by
map-group-services = Services
map-group-stocks = Stocks
map-group-care = Care
map-group-people = Society
map-group-effects = Effects
map-group-power = Electricity
map-group-staff = Staff
map-group-economy = Economy
map-group-command = Government
map-why-levels = The same classes as everywhere in the program
map-why-grip = Two of the five steps share a colour
map-why-beds = From 85 % on a hospital cannot always find a bed at once (BMJ 1999; 319: 155); above 100 % people lie in corridors
map-why-staff = One in twenty is ill on an ordinary day (CBS); below four fifths rosters break (estimate)
map-why-life = A twentieth, a tenth, a quarter and half of daily life is gone (estimate)
map-why-store = A week, three days (what households should have at home), two days, a day
map-why-tens = Each class is ten times the one before: from a few people to a whole region
map-why-euros = About 160 euros an inhabitant are earned on an ordinary day (CBS)
map-why-parts = A tenth, a quarter, half and three quarters
map-why-round = Round limits, without a norm
map-high-0 = hardly any
map-high-1 = some
map-high-2 = clear
map-high-3 = much
map-high-4 = very much
map-low-0 = high
map-low-1 = fair
map-low-2 = moderate
map-low-3 = low
map-low-4 = very low
legend-at-least = From { $from }
legend-below = Below { $to }
legend-more-is-worse = more is worse
legend-less-is-worse = less is worse
legend-more-is-more = neither good nor bad
legend-unit-store = days of ordinary use
legend-unit-megawatts = MW
legend-unit-thousand = per 1,000 inhabitants
legend-unit-days-thousand = person-days per 1,000 inhabitants
legend-unit-energy-thousand = MWh per 1,000 inhabitants
legend-unit-hundred-thousand = per 100,000 inhabitants
legend-unit-euros = euros an inhabitant

# The map: tools
map-follow = Follow on the map
map-follows = Follows { $name }
map-follow-gone = a transport that is no longer on its way
map-measure = Measure
map-measure-how = Measure: click on the map, Esc clears
map-measured = As the crow flies { $length }
map-picture = Picture
notice-picture = The map is saved as a picture and as a drawing (SVG) in { $file }.
notice-picture-copied = The map is saved as a picture and as a drawing (SVG) in { $file }, and the picture is on the clipboard.
map-caption = { $title } – { $time }
map-compare = Compare
map-compare-end = End comparing
map-compare-moment = With an earlier moment
map-compare-day = A day earlier
map-compare-start = The beginning
map-compare-round = Beginning of round { $number }
map-compare-typed = With this moment
map-compare-recording = With another recording, at the same moment
map-compare-then = Earlier – { $time }
map-compare-now = On the screen – { $time }
map-compare-other = { $file } – { $time }
map-lapse = Look back
map-lapse-round = Since the beginning of the round, in a quarter of a minute
map-lapse-day = The last 24 hours, in a quarter of a minute
map-lapse-week = The last 7 days, in a quarter of a minute
map-lapse-at = Looking back: { $time }
