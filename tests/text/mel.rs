//! Snapshots of the course of injects in both languages: steps, commands, refusals, waiting, and what players did.

use super::{
    country::{self, BRIGADE, FIRE, PATHS},
    sentences::check,
};
use doorvoerland::sim::{
    command::Command,
    condition::Condition,
    edit::InjectRefusal,
    event::{Event, Step},
    ids::{InjectId, RoleId},
    plan::Trigger,
    script::{Absence, Decided, Doing, Priority, Wait},
    time::{Span, Tick},
};
use expect_test::expect;

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is what is told")]
fn what_became_of_an_inject_is_told() {
    let role = RoleId(0);
    let steps = [
        Step::Seen(Some(role)),
        Step::Seen(None),
        Step::Answered(Some(role)),
        Step::Answered(None),
        Step::Closed,
        Step::Unanswered,
        Step::Edited,
        Step::Late(role),
        Step::Arrived(role),
        Step::Lost(role),
    ];
    let commands = [
        Command::OpenInject { inject: FIRE },
        Command::AnswerInject { inject: FIRE, text: "Ploeg onderweg.".to_owned() },
        Command::CloseInject { inject: FIRE },
        Command::EditInject {
            inject: FIRE,
            content: Box::new(country::inject("I-01", "Nieuw", "New", Trigger::Manual)),
        },
        Command::TimeUp { inject: FIRE },
        Command::Undo { seq: 1 },
    ];
    let refusals = [
        InjectRefusal::NotSent(FIRE),
        InjectRefusal::NotReceived,
        InjectRefusal::Over,
        InjectRefusal::OnlyWords(FIRE),
        InjectRefusal::NoTimer(FIRE),
        InjectRefusal::TooLate(1),
        InjectRefusal::NotYours(1),
        InjectRefusal::Undone(1),
    ];
    check(
        |narrator| {
            let steps = steps.iter().map(|step| narrator.event_fact(&Event::InjectStep(FIRE, *step)));
            let undone = std::iter::once(narrator.event_fact(&Event::Undone(1)));
            let commands = commands.iter().map(|command| narrator.command_sentence(command));
            let refusals = refusals.iter().map(|row| narrator.refusal_sentence(&(*row).into()));
            steps.chain(undone).chain(commands).chain(refusals).collect()
        },
        &expect![[r#"
            Inject I-01 Kabelbrand geopend door ProRail.
            Inject I-01 Kabelbrand gezien.
            Inject I-01 Kabelbrand beantwoord door ProRail.
            Op inject I-01 Kabelbrand is gehandeld.
            Inject I-01 Kabelbrand afgesloten.
            Op inject I-01 Kabelbrand kwam niet op tijd een reactie.
            Inject I-01 Kabelbrand aangepast.
            Inject I-01 Kabelbrand bereikt ProRail nog niet: de verbinding ligt eruit.
            Inject I-01 Kabelbrand is nu aangekomen bij ProRail.
            Inject I-01 Kabelbrand komt niet meer aan bij ProRail.
            Besluit 1 van ProRail is ongedaan gemaakt.
            Bericht van ProRail geopend.
            Antwoord aan ProRail: Ploeg onderweg.
            Inject I-01 Kabelbrand afsluiten.
            Inject I-01 Kabelbrand aanpassen.
            De speelduur voor inject I-01 Kabelbrand is om.
            Besluit 1 van ProRail ongedaan maken.
            Inject I-01 Kabelbrand is nog niet verstuurd. Verstuur hem eerst.
            Dit bericht is niet bij deze rol aangekomen. Kies een bericht uit de eigen lijst.
            Dit bericht is afgehandeld. Een antwoord wordt niet meer verwacht.
            Inject I-01 Kabelbrand is al verstuurd: alleen de woorden kunnen nog anders. Maak voor iets anders een nieuwe.
            Inject I-01 Kabelbrand wacht niet op speelduur. Verstuur hem met de hand.
            Besluit 1 van ProRail is niet in dit kwartier gegeven en kan niet meer ongedaan worden gemaakt. Neem een nieuw besluit.
            Besluit 1 van ProRail kan alleen ongedaan worden gemaakt door wie het gaf, of door de oefenleiding.
            Besluit 1 van ProRail is al ongedaan gemaakt.
            Inject I-01 Cable fire opened by ProRail.
            Inject I-01 Cable fire seen.
            Inject I-01 Cable fire answered by ProRail.
            Action was taken on inject I-01 Cable fire.
            Inject I-01 Cable fire closed.
            There was no reaction in time to inject I-01 Cable fire.
            Inject I-01 Cable fire edited.
            Inject I-01 Cable fire does not reach ProRail yet: the line is down.
            Inject I-01 Cable fire has now reached ProRail.
            Inject I-01 Cable fire will no longer reach ProRail.
            Decision 1 by ProRail was undone.
            Message from ProRail opened.
            Answer to ProRail: Ploeg onderweg.
            Close inject I-01 Cable fire.
            Edit inject I-01 Cable fire.
            The playing time for inject I-01 Cable fire is over.
            Undo decision 1 by ProRail.
            Inject I-01 Cable fire was not sent yet. Send it first.
            This message has not reached this role. Choose a message from the role's own list.
            This message is done with. No answer is expected any more.
            Inject I-01 Cable fire was sent: only its words can still change. Make a new one for anything else.
            Inject I-01 Cable fire does not wait for playing time. Send it by hand.
            Decision 1 by ProRail was not given in this quarter of an hour and can no longer be undone. Take a new decision.
            Decision 1 by ProRail can only be undone by who gave it, or by the exercise lead.
            Decision 1 by ProRail was undone already.
        "#]],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is what is told")]
fn what_an_inject_waits_for_is_told() {
    let decided = |what, by, since| Condition::Decided(Decided { what, by, since });
    let some = Some(RoleId(0));
    let conditions = [
        Condition::Seen(FIRE),
        Condition::Answered(FIRE),
        decided(Doing::Anything, None, None),
        decided(Doing::Divided(PATHS), some, Some(FIRE)),
        decided(Doing::RepairOrdered(PATHS), some, None),
        decided(Doing::Provided(PATHS), some, None),
        decided(Doing::Asked(PATHS), some, None),
        decided(Doing::Answered(PATHS), some, None),
        decided(Doing::Agreed(PATHS), some, None),
        decided(Doing::Declined(PATHS), some, None),
        decided(Doing::Planned(BRIGADE), some, None),
        decided(Doing::Designated(BRIGADE), some, None),
        decided(Doing::Replied(FIRE), some, None),
    ];
    let triggers = [
        Trigger::AfterTalk(FIRE, 1),
        Trigger::AfterTalk(FIRE, 25),
        Trigger::Absent(FIRE, Wait::Talk(15)),
        Trigger::Absent(FIRE, Wait::Scenario(Span::hours(6))),
        Trigger::When(Condition::Answered(FIRE), Tick(0)),
    ];
    let absence =
        Absence { after: Wait::Talk(25), send: Some(InjectId(1)), effects: vec![country::damage()] };
    check(
        |narrator| {
            let mut all: Vec<String> = conditions.iter().map(|row| narrator.condition(row)).collect();
            all.extend(triggers.iter().map(|row| narrator.trigger_sentence(row)));
            all.extend(narrator.absence_sentences(&absence));
            let priorities = [Priority::Key, Priority::Normal, Priority::Contingency];
            all.extend(priorities.map(|row| narrator.priority(row)));
            all
        },
        &expect![[r#"
            inject I-01 Kabelbrand gezien
            op inject I-01 Kabelbrand gereageerd
            een besluit door een speler
            Brabantroute verdeeld door ProRail na inject I-01 Kabelbrand
            volgorde van herstel gekozen voor Brabantroute door ProRail
            grondslag gegeven voor Brabantroute door ProRail
            iets gevraagd over Brabantroute door ProRail
            verzoek over Brabantroute beantwoord door ProRail
            verzoek over Brabantroute ingewilligd door ProRail
            verzoek over Brabantroute afgewezen door ProRail
            verplaatsing 1e Pantserbrigade gepland door ProRail
            verplaatsing 1e Pantserbrigade als urgent aangewezen door ProRail
            inject I-01 Kabelbrand beantwoord door ProRail
            1 minuut speelduur na inject I-01 Kabelbrand
            25 minuten speelduur na inject I-01 Kabelbrand
            Als 15 minuten speelduur na inject I-01 Kabelbrand niemand handelt
            Als 6 uur na inject I-01 Kabelbrand niemand handelt
            Zodra geldt: op inject I-01 Kabelbrand gereageerd
            Na 25 minuten speelduur zonder reactie
            Inject I-03 Lek gaat uit
            Fysieke schade op spoor Roosendaal–Bergen op Zoom: verlies 100 %, ongeveer 12,5 uur werk voor één ploeg (herstelploegen spoor), hoogstens 2 ploegen tegelijk, herstel kan na 3 uur beginnen.
            kern
            gewoon
            reserve
            inject I-01 Cable fire seen
            action taken on inject I-01 Cable fire
            a decision by a player
            Brabantroute divided by ProRail after inject I-01 Cable fire
            order of repair chosen for Brabantroute by ProRail
            basis provided for Brabantroute by ProRail
            something asked about Brabantroute by ProRail
            request about Brabantroute answered by ProRail
            request about Brabantroute agreed to by ProRail
            request about Brabantroute declined by ProRail
            movement 1st Armoured Brigade planned by ProRail
            movement 1st Armoured Brigade designated urgent by ProRail
            inject I-01 Cable fire answered by ProRail
            1 minute of playing time after inject I-01 Cable fire
            25 minutes of playing time after inject I-01 Cable fire
            When nobody acts for 15 minutes of playing time after inject I-01 Cable fire
            When nobody acts for 6 hours after inject I-01 Cable fire
            As soon as: action taken on inject I-01 Cable fire
            After 25 minutes of playing time without a reaction
            Inject I-03 Lek is sent
            Physical damage on rail line Roosendaal–Bergen op Zoom: 100 % lost, about 12.5 hours of work for one crew (rail repair crews), at most 2 crews at a time, repair can begin after 3 hours.
            key
            ordinary
            contingency
        "#]],
    );
}
