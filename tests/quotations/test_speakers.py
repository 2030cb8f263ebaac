"""Speakers by rule: cue and subject before, inside and after the quotation; what they inherit."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.quotations import find_quotations

BEFORE = "It was raining in the harbour town, as it often does in spring.\n\n"

# text; for each quotation how it begins, the mention of its speaker, and its kind (None: any will do)
CASES = [
    (
        '"We will not yield," said Ilka Vel, the foreign minister of Arvenia.',
        [('"We will', "Ilka Vel", "direct")],
    ),
    (
        '"We will not yield," Ms. Vel told reporters on Tuesday in Port Sel.',
        [('"We will', "Ms. Vel", "direct")],
    ),
    (
        "“We will not yield,” Vel, who is running for a third term, said at a rally.",
        [("“We will", "Vel", "direct")],
    ),
    (
        "“I was never asked,” the senator from Sorland, a member of the Free Party, told the Harbour Post.",
        [("“I was", "the senator from Sorland", "direct")],
    ),
    ("Vel said Monday that she was “deeply troubled” by the vote.", [("“deeply", "Vel", "mixed")]),
    (
        "Vel said Monday that she was “deeply troubled” by the vote and that the party “must do better.”",
        [("“deeply", "Vel", "mixed"), ("“must", "Vel", "mixed")],
    ),
    (
        "A spokesman for Mr. Vel, Oren Tal, said the campaign was “not aware of any such payment.”",
        [("“not aware", "A spokesman for Mr. Vel", "mixed")],
    ),
    (
        "“This is false,” said a spokeswoman for the ministry, Dana Orr.",
        [("“This is", "a spokeswoman for the ministry", "direct")],
    ),
    (
        "“It was a mistake,” she said. “I should have known better. I apologize.”",
        [("“It was", "she", "direct"), ("“I should", "she", "direct")],
    ),
    (
        "Governor Tal Brenner spoke to supporters in Halm. “We are going to win this state,” he said, “and then we are going to win the country.”",
        [("“We are", "he", "direct"), ("“and then", "he", "direct")],
    ),
    (
        "“If they want a fight,” Mr. Brenner said, “they will have one.”",
        [("“If they", "Mr. Brenner", "direct"), ("“they will", "Mr. Brenner", "direct")],
    ),
    (
        "According to the report, the bridge was “structurally unsound.”",
        [("“structurally", "the report", "mixed")],
    ),
    (
        "The bridge was “structurally unsound,” according to the report.",
        [("“structurally", "the report", "mixed")],
    ),
    (
        "Brenner called Vel “a disgrace to the office” and accused her of lying.",
        [("“a disgrace", "Brenner", "mixed")],
    ),
    (
        "Brenner, calling the plan “a fantasy,” vowed to block it.",
        [("“a fantasy", "Brenner", "mixed")],
    ),
    (
        "In a statement, the Vel campaign said: “We have no comment.”",
        [("“We have", "the Vel campaign", "direct")],
    ),
    (
        "In a statement, Vel wrote that the accusations were “baseless and malicious.”",
        [("“baseless", "Vel", "mixed")],
    ),
    ("The so-called “Harbour Rule” was passed in 2010.", [("“Harbour", None, "scare")]),
    (
        "He starred in the film “The Long Quay” before entering politics.",
        [("“The Long", None, "scare")],
    ),
    ("The group, known as “Friends of the Strait,” meets weekly.", [("“Friends", None, "scare")]),
    ("Critics say the “free” ferry costs more than a taxi.", [("“free”", "Critics", "mixed")]),
    (
        "'We will not yield,' said Ilka Vel. 'The allies' plan is dead.'",
        [("'We will", "Ilka Vel", "direct"), ("'The allies", "Ilka Vel", "direct")],
    ),
    (
        "The minister's aides said the '90s were 'a lost decade' for the party.",
        [("'a lost", "The minister's aides", "mixed")],
    ),
    (
        "‘It’s over,’ she told the Post’s Orla Finn. ‘We’ve lost the vote.’",
        [("‘It’s", "she", "direct"), ("‘We’ve", "she", "direct")],
    ),
    ("„Wir gehen“ he said.", [("„Wir", "he", "direct")]),
    ("«We leave tomorrow», said Tal.", [("«We", "Tal", "direct")]),
    ("Tal replied: »We leave tomorrow.«", [("»We", "Tal", "direct")]),
    ("「We leave」 Tal said.", [("「We", "Tal", "direct")]),
    ("He said, “She told me, ‘Never again,’ and hung up.”", [("“She told", "He", "direct")]),
    ('"First part,” she said.', [('"First', "she", "direct")]),
    ("”First part is done,” she said.", [("”First", "she", "direct")]),
    (
        "Vel said, “We will go\n\nThe weather was fine in Port Sel. The harbour was calm and nobody came.\n\n“Next,” said Tal.",
        [("“We will", "Vel", "direct"), ("“Next", "Tal", "direct")],
    ),
    (
        "“We will start. \n\n“And then we will end,” said Vel.",
        [("“We will", "Vel", "direct"), ("“And then", "Vel", "direct")],
    ),
    ("“Who are you?” asked Tal.", [("“Who", "Tal", "direct")]),
    ("“Who are you?” Tal asked.", [("“Who", "Tal", "direct")]),
    ("“Get out!” he shouted at the crowd.", [("“Get", "he", "direct")]),
    ("Vel posted: “Thank you, Sorland!”", [("“Thank", "Vel", "direct")]),
    (
        "Asked whether he would resign, Brenner said “absolutely not.”",
        [("“absolutely", "Brenner", "mixed")],
    ),
    (
        "Speaking to reporters on Friday, Prime Minister Ilka Vel said the talks were “useful but difficult.”",
        [("“useful", "Prime Minister Ilka Vel", "mixed")],
    ),
    ("Vel has repeatedly described Brenner as “unfit” to lead.", [("“unfit", "Vel", "mixed")]),
    ("Brenner was described by Vel as “unfit” to lead.", [("“unfit", "Vel", "mixed")]),
    (
        "The plan was dismissed as “theatre” by opposition leaders.",
        [("“theatre", "opposition leaders", "mixed")],
    ),
    (
        "Tal Brenner, the governor, was quoted as saying the plan “stinks.”",
        [("“stinks", "Tal Brenner", "mixed")],
    ),
    (
        "It was, in the words of one adviser, “a train wreck.”",
        [("“a train", "one adviser", "mixed")],
    ),
    ("As Vel put it, “nobody likes a tax.”", [("“nobody", "Vel", None)]),
    ("“Nobody likes a tax,” as Vel put it.", [("“Nobody", "Vel", "direct")]),
    ("Police said the man had “acted alone.”", [("“acted", "Police", "mixed")]),
    (
        "Officials in the Brenner administration said the policy was “under review.”",
        [("“under", "Officials in the Brenner administration", "mixed")],
    ),
    (
        "Two senior officials, speaking on condition of anonymity, said the raid was “botched.”",
        [("“botched", "Two senior officials", "mixed")],
    ),
    ("One resident said he “heard a bang and ran.”", [("“heard", "One resident", "mixed")]),
    (
        "“I heard a bang,” said a 34-year-old teacher who lives nearby.",
        [("“I heard", "a 34-year-old teacher", "direct")],
    ),
    ("“I heard a bang,” recalled Mrs Odell, 67.", [("“I heard", "Mrs Odell", "direct")]),
    ("Vel’s claim that the vote was “rigged” has no basis.", [("“rigged", "Vel", "mixed")]),
    ("Brenner agreed, saying the vote was “clean.”", [("“clean", "Brenner", "mixed")]),
    (
        "Brenner told the audience in Halm that he would build “a great, great wall.”",
        [("“a great", "Brenner", "mixed")],
    ),
    (
        "Brenner, in an interview with the Harbour Post on Sunday, said he was “very confident.”",
        [("“very", "Brenner", "mixed")],
    ),
    (
        "“No deal,” he added, “is better than a bad deal.”",
        [("“No deal", "he", "direct"), ("“is better", "he", None)],
    ),
    (
        "The White Palace said in a statement that the two leaders had “a frank exchange.”",
        [("“a frank", "The White Palace", "mixed")],
    ),
    (
        "The president of Sorland, Anselm Roke, spoke first. The president said the border “is closed.”",
        [("“is closed", "The president", "mixed")],
    ),
    (
        "Ilka Vel met Anselm Roke on Monday. She said the meeting had been “warm.”",
        [("“warm", "She", "mixed")],
    ),
    (
        "Mr. Roke and Ms. Vel met on Monday. He said the meeting had been “warm.”",
        [("“warm", "He", "mixed")],
    ),
    (
        "Brenner attacked the judge on Friday.\n\n“He has been very unfair,” the candidate said.",
        [("“He has", "the candidate", "direct")],
    ),
    (
        "Brenner lashed out at the judge on Friday.\n\n“He has been very unfair. It is a disgrace.”",
        [("“He has", "Brenner", "direct")],
    ),
    (
        "Brenner said the judge should step aside.\n\n“He has been very unfair. It is a disgrace.”\n\nThe judge declined to comment.",
        [("“He has", "Brenner", "direct")],
    ),
    (
        "The email, first reported by the Post, said Vel should be “watched closely.”",
        [("“watched", "The email", "mixed")],
    ),
    (
        "A sign in the window read “Closed until further notice.”",
        [("“Closed", "A sign in the window", "direct")],
    ),
    (
        "Vel, 54, a former mayor, has said that she “never took a penny.”",
        [("“never", "Vel", "mixed")],
    ),
    (
        "Tal Brenner (F-Sorland) said the bill was “dead on arrival.”",
        [("“dead", "Tal Brenner", "mixed")],
    ),
    (
        "Sen. Tal Brenner (F., Sorland) said the bill was “dead on arrival.”",
        [("“dead", "Sen. Tal Brenner", "mixed")],
    ),
    (
        "“The bill is dead on arrival,” said Sen. Tal Brenner (F-Sorland), who opposed it.",
        [("“The bill", "Sen. Tal Brenner", "direct")],
    ),
    (
        "“They are lying,” Orla Finn, a professor of law at Halm University, told the Post.",
        [("“They are", "Orla Finn", "direct")],
    ),
    (
        "But Orla Finn, a professor of law at Halm University who has studied the case, said the ruling was “bizarre.”",
        [("“bizarre", "Orla Finn", "mixed")],
    ),
    (
        "“We don’t know,” an aide to Vel said. “We are looking into it.”",
        [("“We don", "an aide to Vel", "direct"), ("“We are", "an aide to Vel", "direct")],
    ),
    ("“It’s up to them,” said Vel’s lawyer, Oren Tal.", [("“It’s", "Vel’s lawyer", "direct")]),
    (
        "“It’s up to them,” Vel’s lawyer Oren Tal said.",
        [("“It’s", "Vel’s lawyer Oren Tal", "direct")],
    ),
    (
        "Asked about the deal, he laughed. “You can’t be serious,” he said.",
        [("“You", "he", "direct")],
    ),
    (
        "“Yes,” said Brenner. “No,” said Vel.",
        [("“Yes", "Brenner", "direct"), ("“No", "Vel", "direct")],
    ),
    (
        "“We welcome the truce,” the two ministers said in a joint statement.",
        [("“We welcome", "the two ministers", "direct")],
    ),
    ('"It is time," the statement read.', [('"It is', "the statement", "direct")]),
    (
        "The minister argued the treaty gives “too much” away; her rival argued it gives “too little.”",
        [("“too much", "The minister", "mixed"), ("“too little", "her rival", "mixed")],
    ),
    (
        "Brenner promised “swift justice” and Vel demanded “an open trial.”",
        [("“swift", "Brenner", "mixed"), ("“an open", "Vel", "mixed")],
    ),
    (
        "While Brenner called the treaty “dead,” Vel insisted it was “very much alive.”",
        [("“dead", "Brenner", "mixed"), ("“very", "Vel", "mixed")],
    ),
    (
        "Brenner said he believed Vel when she said the talks were “over.”",
        [("“over", "she", "mixed")],
    ),
    (
        "“I believe,” Vel went on, “that we can win.”",
        [("“I believe", "Vel", "direct"), ("“that we", "Vel", None)],
    ),
    (
        "The ministry has denied the claims as “pure invention”.",
        [("“pure", "The ministry", "mixed")],
    ),
    (
        "Foreign Minister Vel: ‘No troops will be sent’",
        [("‘No troops", "Foreign Minister Vel", None)],
    ),
    (
        "Asked by the Post whether Vel was “fit” to govern, Brenner demurred.",
        [("“fit", None, None)],
    ),
    ("They chanted “Lock the gates!” as Vel arrived.", [("“Lock", "They", "direct")]),
    (
        "“People are angry,” said Tal Brenner of the Free Party. “They want change.”",
        [
            ("“People", "Tal Brenner of the Free Party", "direct"),
            ("“They want", "Tal Brenner of the Free Party", "direct"),
        ],
    ),
    (
        "“My view,” Brenner told Strait TV’s “Morning Table,” “is that we should wait.”",
        [("“My view", "Brenner", "direct"), ("“is that", "Brenner", None)],
    ),
    (
        "“The president,” she said, “believes in this.”",
        [("“The president", "she", "direct"), ("“believes", "she", None)],
    ),
    (
        "In 2010, Vel wrote in her memoir, “The Quay,” that politics is “a long swim.”",
        [("“a long", "Vel", "mixed")],
    ),
    (
        "Brenner’s campaign manager, Orla Finn, said in an email that the rally was “one of our best.”",
        [("“one of", "Brenner’s campaign manager", "mixed")],
    ),
    (
        "The Post’s Orla Finn reports that aides are “furious.”",
        [("“furious", "The Post’s Orla Finn", "mixed")],
    ),
    ("Reached by phone, Tal said he was “not surprised.”", [("“not surp", "Tal", "mixed")]),
    (
        "It is unclear what will happen next. “We just don’t know,” one Western diplomat said.",
        [("“We just", "one Western diplomat", "direct")],
    ),
    ("“That’s why I’m here,” he says.", [("“That’s", "he", "direct")]),
    (
        "On the “Morning Table” show, host Ada Blume asked Brenner if he was “proud” of the speech.",
        [("“proud", "host Ada Blume", "mixed")],
    ),
    (
        "“We’ll see,” said Roke. Asked when, he said: “Soon.”",
        [("“We’ll", "Roke", "direct"), ("“Soon", "he", None)],
    ),
    (
        "“I think that’s fair,” Mr. Tal, speaking on the radio, said.",
        [("“I think", "Mr. Tal", "direct")],
    ),
    (
        "Mr. Tal’s spokesman, Oren Dahl, declined to comment beyond saying that the meeting was “productive.”",
        [("“prod", "Mr. Tal’s spokesman", "mixed")],
    ),
    (
        "The senator said he had “never met the man,” and that reports to the contrary were “fake.”",
        [("“never", "The senator", "mixed"), ("“fake", "The senator", "mixed")],
    ),
    (
        "“It’s a big deal,” said Vel, adding: “But we need more.”",
        [("“It’s", "Vel", "direct"), ("“But", "Vel", "direct")],
    ),
    (
        "Vel called the deal a “disaster.” “I will tear it up,” she said.",
        [("“disaster", "Vel", "mixed"), ("“I will", "she", "direct")],
    ),
    ("When asked, Vel replied, “No comment.”", [("“No", "Vel", "direct")]),
    ("Vel wrote on social media that “the quay belongs to us.”", [("“the quay", "Vel", "mixed")]),
    (
        "“You have to understand,” said one of the officials, who requested anonymity. “This was never going to work.”",
        [("“You", "one of the officials", "direct"), ("“This", "one of the officials", "direct")],
    ),
    (
        "“We are ready,” Vel said, according to two people in the room.",
        [("“We are", "Vel", "direct")],
    ),
    (
        "Vel told Roke she would “not back down,” according to a person familiar with the call.",
        [("“not back", "Vel", "mixed")],
    ),
    (
        "In an interview Tuesday with the Post, Vel, the front-runner, declined to say whether she had apologized. “I’m not going to talk about that,” she said.",
        [("“I’m", "she", "direct")],
    ),
    ("Roke, meanwhile, took to Chatter to blast the plan: “Sad!”", [("“Sad", "Roke", "direct")]),
    (
        "“Let us be clear,” begins the letter, signed by 50 officials.",
        [("“Let", "the letter", "direct")],
    ),
    ("Her slogan, “Stronger Quays,” was mocked.", [("“Stronger", None, "scare")]),
    (
        "Vel said her slogan, “Stronger Quays,” was chosen by her son.",
        [("“Stronger", None, "scare")],
    ),
    ("Vel praised the “Stop the Ferry” movement.", [("“Stop", None, "scare")]),
    ("Said Vel: “We won.”", [("“We won", "Vel", "direct")]),
    ("The ad says Vel “sold us out.”", [("“sold", "The ad", "mixed")]),
    (
        "But in a sign of strain, one top aide said the team was “out of gas.”",
        [("“out", "one top aide", "mixed")],
    ),
    ("Some in the party worry that he is “toxic.”", [("“toxic", "Some in the party", "mixed")]),
    ("He, too, called it “bad.”", [("“bad", "He", "mixed")]),
    (
        "“There is no plan B,” said Vel, before adding that she was “optimistic.”",
        [("“There", "Vel", "direct"), ("“opti", "Vel", "mixed")],
    ),
    (
        "“Thank you,” Vel told the crowd in Halm, where she was joined by Roke. “We did it!”",
        [("“Thank", "Vel", "direct"), ("“We did", "Vel", "direct")],
    ),
    (
        "Vel is “not well,” her husband, Jon Dahl, told the Post.",
        [("“not well", "her husband", "mixed")],
    ),
    (
        "“It was,” Jane Odell, of Halm, recalled, “like a bomb.”",
        [("“It was", "Jane Odell", "direct"), ("“like", "Jane Odell", "direct")],
    ),
    (
        "Rep. Ada Blume of Sorland, the No. 2 Free Party member, called it “weak.”",
        [("“weak", "Rep. Ada Blume of Sorland", "mixed")],
    ),
    ("The vote, Vel said, was “a disgrace.”", [("“a dis", "Vel", "mixed")]),
    (
        "“I don’t know,” Mr. Roke said of Ms. Vel. “She’s strange.”",
        [("“I don", "Mr. Roke", "direct"), ("“She", "Mr. Roke", "direct")],
    ),
    (
        "“We begin,” Vel said. “We go on.\n\n“We end.”\n\nThe crowd cheered.",
        [("“We begin", "Vel", "direct"), ("“We go", "Vel", "direct"), ("“We end", "Vel", "direct")],
    ),
    (
        "Vel, the chief negotiator, told reporters that the text was “90 percent done,” but warned that “the last ten is the hardest.”",
        [("“90", "Vel", "mixed"), ("“the last", "Vel", "mixed")],
    ),
    (
        "The text “is 90 percent done,” Vel, the chief negotiator, told reporters.",
        [("“is 90", "Vel", "mixed")],
    ),
    (
        "Vel and Roke said in a joint statement that the truce was “holding.”",
        [("“holding", "Vel and Roke", "mixed")],
    ),
    ("Both Vel and Roke described the mood as “good.”", [("“good", "Both Vel and Roke", "mixed")]),
    (
        "Speaking on Radio Halm, Roke warned: “This is the last chance.”",
        [("“This", "Roke", "direct")],
    ),
    (
        "“This is the last chance,” warned Roke, speaking on Radio Halm.",
        [("“This", "Roke", "direct")],
    ),
    ("Asked about Vel, Roke said only that she was “a neighbor.”", [("“a neigh", "Roke", "mixed")]),
    (
        "The deputy minister, who was not authorised to speak publicly, said the plan had “no chance at all.”",
        [("“no chance", "The deputy minister", "mixed")],
    ),
    ("Her lawyer said Vel was “relieved.”", [("“relieved", "Her lawyer", "mixed")]),
    (
        "Officials from both countries said the talks had been “constructive.”",
        [("“cons", "Officials from both countries", "mixed")],
    ),
    (
        "The Foreign Ministry of Sorland said the incident was “regrettable.”",
        [("“regret", "The Foreign Ministry of Sorland", "mixed")],
    ),
    (
        "Sorland’s Foreign Ministry said the incident was “regrettable.”",
        [("“regret", "Sorland’s Foreign Ministry", "mixed")],
    ),
    ("Sorland said the incident was “regrettable.”", [("“regret", "Sorland", "mixed")]),
    (
        "Foreign Ministry spokeswoman Dana Orr told a daily briefing in Port Sel that the two sides “remain in contact.”",
        [("“remain", "Foreign Ministry spokeswoman Dana Orr", "mixed")],
    ),
    (
        "State news agency SNA quoted Mr Roke as saying: “The door is open.”",
        [("“The door", "Mr Roke", "direct")],
    ),
    (
        "Mr Roke was quoted by the state news agency as saying: “The door is open.”",
        [("“The door", "Mr Roke", "direct")],
    ),
    (
        "“The door is open,” Mr Roke was quoted as saying by the SNA agency.",
        [("“The door", "Mr Roke", "direct")],
    ),
    (
        "“The door is open,” the SNA agency quoted Mr Roke as saying.",
        [("“The door", "Mr Roke", "direct")],
    ),
    (
        "Mr Roke insisted on Friday evening, hours after the vote, that he had “no intention” of resigning.",
        [("“no int", "Mr Roke", "mixed")],
    ),
    (
        "He said that while Arvenia was “ready to talk,” it would “not beg.”",
        [("“ready", "He", "mixed"), ("“not beg", "He", "mixed")],
    ),
    ("Vel, for her part, said she was “tired of promises.”", [("“tired", "Vel", "mixed")]),
    ("“Never!” cried the crowd.", [("“Never", "the crowd", "direct")]),
    ("Roke’s office said he “looks forward” to the talks.", [("“looks", "Roke’s office", "mixed")]),
    ("Her remark that the treaty was “a rag” caused outrage.", [("“a rag", "Her", "mixed")]),
    (
        "“Our patience,” said the statement, “is not endless.”",
        [("“Our pa", "the statement", "direct"), ("“is not", "the statement", "direct")],
    ),
    (
        "The president will not “give an inch,” his spokesman said.",
        [("“give", "his spokesman", "mixed")],
    ),
    ("What Vel calls “the long war” began in 2009.", [("“the long", "Vel", "mixed")]),
    (
        "One of them, Ada Blume, 44, said: “We lost everything.”",
        [("“We lost", "Ada Blume", "direct")],
    ),
    (
        "Among them was Ada Blume, a baker. “We lost everything,” she said.",
        [("“We lost", "she", "direct")],
    ),
    ("It said: “No country may close the strait.”", [("“No coun", "It", "direct")]),
]


def quotations(text):
    """The quotations of an article whose second paragraph `text` is, so that it is no headline."""
    return find_quotations(Document.from_text(BEFORE + text))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_speaker_and_the_kind_of_each_quotation(text, expected):
    """Each quotation is found, of the right kind, with the mention that attributes it."""
    article = BEFORE + text
    found = quotations(text)
    for begins, speaker, kind in expected:
        quotation = next(q for q in found if q.text.startswith(begins))
        told = quotation.speaker and article[quotation.speaker.start : quotation.speaker.end]
        assert told == speaker
        assert kind in {quotation.kind, None}
