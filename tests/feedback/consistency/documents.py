"""Small documents that say one thing in the release and another in an answer, and documents that only look like it."""

from __future__ import annotations

from typing import NamedTuple

TOP = """# Neighbors Borrow a Cargo Bike With Borrowa

BOISE, Idaho, May 4, 2027. Fennel Cycles today launches Borrowa for people without a car.

"""
BETWEEN = """

Questions

Who is it for?
People who carry things.

"""


class Row(NamedTuple):
    """A kind, a paragraph of the release, and questions with their answers."""

    kind: str
    release: str
    asked: str
    top: str = TOP

    @property
    def text(self) -> str:
        """The whole document."""
        return self.top + self.release + BETWEEN + self.asked


MUST_FIRE = (
    # offers._price
    Row("price", "A Borrowa membership costs $9 a month.", "What does it cost?\n$12 a month. You can stop any time."),
    Row("price", "Borrowa costs €2 an hour.", "How much do I pay?\n€3 an hour, and nothing at night."),
    Row("price", "The fare stays $2.50.", "What does it cost?\n$4.00, like every trip."),
    Row("price", "Borrow one today.", "What does it cost?\n$49 a month.\n\nWhat is the margin?\nWe keep $31 of $59."),
    Row(
        "price",
        "A $95 key opens all bikes.",
        "What does it cost?\n$120, paid once.\n\nHow many will buy?\n200 would buy at $95, so 200 x $95 = $19,000.",
    ),
    Row(
        "price",
        "Reserve a bag for €3. At €3 it is cheap, and of €3 the baker keeps most. You pay €3, and not the €4 of others.",
        "What does it cost?\n€4, tax included.",
    ),
    Row(
        "price",
        "The messages cost $2 a month after the first year.",
        "What does it cost?\n$4 a month after the first year.",
    ),
    # offers._things
    Row("price", "The repair is $29 for a zipper.", "What does it cost?\nA seam is $19. A zipper is $39."),
    Row(
        "price",
        "Pay the deposit of $40 and ride.",
        "Do I get my money back?\nThe deposit of $60 comes back when you leave.",
    ),
    # offers._free
    Row("free", "The insurance is free for every rider.", "What about insurance?\nThe insurance costs $4 a day."),
    Row("free", "Borrowa costs riders nothing.", "Who pays?\nRiders pay $5 for each day."),
    Row("free", "Borrowa is free.", "What does it cost?\n$3 a day, and the city pays the rest."),
    Row("free", "There is no charge per bag.", "What does it cost?\n$9 a month and $1 per bag."),
    Row("free", "Borrowa is free for members.", "What does it cost?\nMembers pay $2 for each ride."),
    # offers._included
    Row("included", "A ride is $6, helmet included.", "What do I pay?\n$6. A helmet is $2 extra."),
    Row(
        "included", "A lock and a helmet are included.", "Is there a lock?\nYes. The lock is not included in the price."
    ),
    Row(
        "included",
        "A ride is $6.",
        "What do I get?\nA bike, a lock, a helmet.\n\nWhat else?\nThe helmet is not included.",
    ),
    # offers._included, what is needed
    Row("needed", "You need no app.", "How do I open it?\nYou need an app."),
    Row("needed", "No card is needed.", "How do I start?\nA card is required."),
    Row("needed", "It takes two minutes, and no app.", "Do I need an app?\nYes, you need an app."),
    # times._launch
    Row("date", "Ride today.", "When do we start?\nWe launch on June 8 in one go."),
    Row("date", "Ride at all 12 stations.", "In which order?\nThe 12 stations open on May 20."),
    Row("date", "Ride today.", "When can I ride?\nBorrowa is available from 3 September 2027."),
    Row("date", "Ride today.", "What comes first?\nPhase 1 is Boise, from August 1."),
    # statements._leaders
    Row("who", "Ana Ruiz, who leads Borrowa, has no car.", "Who is responsible?\nTom Weller, full time."),
    Row("who", "Ana Ruiz, head of rental fleets, has no car.", "Whom do I ask?\nTom Weller, head of rental fleets."),
    Row("who", "Ana Ruiz, who directs the depot, has no car.", "Whom do I ask?\nTom Weller, who directs the depot."),
    Row(
        "who",
        "Ana Ruiz, who directs Fennel Cycles, has no car.",
        "Whom do I ask?\nTom Weller, who directs Fennel Cycles.",
    ),
    Row(
        "who",
        "Ana Ruiz, medical director of Fennel Cycles, has no car.",
        "Whom do I ask?\nTom Weller, medical director of Fennel Cycles.",
    ),
    # amounts._reach
    Row("where", "It opens today at 22 workplaces.", "Where is it?\nAt three workplaces for now."),
    Row(
        "where", "It works in all nine shops.", "In what order?\nThe five shops in Boise start now, and Nampa follows."
    ),
    Row("where", "It works at every one of our 26 stops.", "Where is it?\nAt three stops near Boise for now."),
    Row(
        "where", "It is open to every household in the valley.", "Where can I have it?\nIn the two towns we start with."
    ),
    Row(
        "where",
        "It is sold in Ada County only.",
        "Can I have it elsewhere?\nYes. In Canyon County you can buy it today.",
    ),
    # times._terms
    Row("term", "A bike is held for 30 minutes.", "What if I am late?\nYour bike is reserved for 15 minutes."),
    Row("term", "A locked bike stays reserved for 30 minutes.", "How long is a seat held for me?\nFor 10 minutes."),
    Row("term", "Your photos are deleted after 30 days.", "What do you keep?\nPhotos are deleted after 90 days."),
    Row("term", "A courier comes within two hours.", "Who brings it?\nThe courier comes within four hours."),
    Row("term", "Everybody does a four-hour training.", "Must I learn it?\nYes, in a training of eight hours."),
    # amounts._definite
    Row("value", "It stands at nine shops. There are nine shops in town.", "Where is it?\nAt one of our six shops."),
    Row("value", "It is for the 212 clerks of our 31 depots.", "Who gets it?\nAll 340 clerks in the 31 depots."),
    Row("value", "We watched 27 owners in May.", "What did they say?\nSix of the 24 owners left."),
    # amounts._again, swapped digits
    Row("value", "It is for the 48,000 homes of the valley.", "How many are they?\n84,000 homes, by the list."),
    # amounts._studies
    Row(
        "value",
        "It comes from a trial with six growers.",
        "Who says so?\nThe thirty growers in the trial had fewer disputes.",
    ),
    Row("value", "One of the 58 owners of the pilot smiled.", "How was it?\nOf the 85 owners in the pilot, 51 stayed."),
    # amounts._again, ranges
    Row("value", "It is for children aged 2 to 11.", "Who rides?\nChildren aged 4 to 14."),
    # amounts._again
    Row(
        "value",
        "If nobody answers within 15 minutes, the school gets a call.",
        "What if nobody comes?\nIf nobody answers within 40 minutes, the school gets a call.",
    ),
    # shares._of_document, counts
    Row(
        "part", "We asked 640 parents, and 416 of them pack lunch.", "Why?\nOf them, 78% of the 640 parents pack lunch."
    ),
    Row("part", "We took 1,200 samples, and 276 of the samples failed.", "Is it bad?\nOf the samples, 32% failed."),
    # shares._of_document, percentages
    Row("part", "In the trial 260 families rode.", "Did they stay?\nAt the end 214 were there, which is 91%."),
    Row("part", "We read 1,500 meters, and 345 of them, 33%, were dead.", "Who likes it?\nAll."),
    # changes._turned
    Row(
        "change",
        "Searching took 52 minutes a night.",
        "What changed?\nBefore it they lost 7 minutes; with it, 52 minutes.",
    ),
    Row("change", "It was seen after 11 months.", "What changed?\nThe time went from 9 hours to 11 months."),
    Row(
        "change",
        "A shop throws 11.4 kilos away.\n\nWith Borrowa it is less.",
        "What changed?\nIt went from 4.1 to 11.4 kilos.\n\nIs Borrowa new?\nYes.",
    ),
    Row(
        "change",
        "A reading took nine days.\n\nWith Borrowa it takes eleven minutes.",
        "What changed?\nIt went from eleven minutes to nine days.\n\nIs Borrowa new?\nYes.",
    ),
    # sums._totals
    Row("product", "Ride.", "What do they cost?\n$3,400 each, so 40 cabinets cost $163,000."),
    Row("sum", "Ride.", "Who gets it?\nOf €3 the baker gets €2.40, payment €0.15 and we keep €0.85."),
    Row("sum", "Ride.", "What is left?\nWe earn €414. The program is €300 and the desk €90, so €94 is left."),
    Row(
        "sum",
        "Ride.",
        "What does it cost us?\nMail 9,000 reais, care 96,000, power 40,000. Together that is 185,000 reais.",
    ),
    Row("sum", "Ride.", "What do we earn?\nThe post is $3.10, power $1.40 and care $2.60. That adds up to $9.50."),
    Row("sum", "Ride.", "What do we earn?\nWe get $29. Mail costs $9 and labor $8. That leaves $19."),
    Row("sum", "Ride.", "What do we spend?\nLocks cost $38, sensors $9 and the app $41. That's $108 altogether."),
    Row("sum", "Ride.", "What does it cost us?\nPower 3.1, water 0.4, care 2.6. The sum is 8.2."),
)

MUST_NOT = (
    Row(
        "",
        "We counted 1,916 returned orders. Customers of 361 of the 1,916 returns had to get in touch at least once.",
        "What are the phases?\nEast and south on May 4, 2027, with 1,000 returns by the end of the year.",
    ),
    Row("", "Ride.", "What do they cost?\n$3,400 each, so 40 cabinets cost $136,000."),
    Row("", "Borrowa is free for members.", "What does it cost?\nGuests pay $2 for each ride."),
    Row(
        "",
        "Ana Ruiz, medical director of Fennel Cycles, is in.",
        "Who else?\nTom Weller, managing director of Fennel Cycles.",
    ),
    Row("", "We tried it at 22 workplaces.", "Where is it?\nAt three workplaces for now."),
    Row("", "A reading took nine days.", "What changed?\nIt went from nine days to eleven minutes."),
    Row("", "It is for the 480 homes of the valley.", "How many pay?\n480 homes, and 840 shops."),
    Row("", "It takes two minutes, and no app.", "Do I need a phone?\nYes, you need a phone."),
    Row("", "We asked 900 donors. More than half, 486 of them, forgot.", "Who likes it?\nAll."),
    Row("", "A third comes back.", "What changed?\nReturns went from 33% to 55%."),
    Row("", "Ride.", "Who gets it?\nOf €3 the baker gets €2.40, payment €0.15 and we keep €0.45."),
    Row("", "Ride.", "What is left?\nIt costs £61 to make and £9 to post, so £15 of the £85 is left."),
    Row("", "Ride.", "What are the phases?\nPhase 1 is Boise, from May 4. Phase 2 is Nampa, from August 1."),
    Row("", "A Borrowa membership costs $9 a month.", "What does it cost?\n$9 a month, or $108 a year."),
    Row("", "A Borrowa membership costs $9 a month.", "What does it cost?\n$108 a year."),
    Row("", "A taxi costs $19 here. Borrowa costs $4.", "What does it cost?\n$4. A taxi is $19."),
    Row("", "Borrowa costs $4 an hour.", "What does it cost us?\n$3 an hour, so $1 is left of $4."),
    Row("", "A new bike costs $900.", "What does it cost?\nA used bike costs $300."),
    Row("", "“I paid $31 for a float,” said Jo Park.", "What does it cost?\nA part is $9 to $75."),
    Row("", "A zipper is $29.", "What does it cost us?\nA zipper costs $8 to make."),
    Row("", "The first month is free.", "What does it cost?\n$9 a month after that."),
    Row(
        "",
        "The insurance is free for every member.",
        "What about insurance?\nIf you are no member, the insurance costs $4.",
    ),
    Row("", "Borrowa costs riders nothing.", "Who pays?\nThe city pays $5 for each day."),
    Row("", "There is no sign-up fee.", "What if I am late?\nThere is a late fee of $10."),
    Row("", "You sign no contract.", "What do we depend on?\nOur contract with the city runs for 12 months."),
    Row("", "A ride is $6, helmet included.", "What do I pay?\n$6. A second helmet is $2 extra."),
    Row("", "The city bike lock is included.", "Is there more?\nA cable lock is not included."),
    Row("", "You need no app.", "What if the key is lost?\nIf you lose it, you need an app."),
    Row("", "You need no appointment.", "How do I start?\nYou need a phone."),
    Row("", "Ride today.", "In what order?\nWe start in Boise. On June 8 we open in Nampa."),
    Row("", "Ride today.", "What came before?\nThe pilot started on March 1."),
    Row("", "Ride today.", "When do we start?\nWe launch on May 4."),
    Row("", "Ride today.", "What next?\nPhase two starts on June 8."),
    Row(
        "", "Ana Ruiz, who leads Borrowa, has no car.", "Who is responsible?\nAna Ruiz, with Tom Weller for the fleet."
    ),
    Row("", "Ana Ruiz, who founded Borrowa, has no car.", "Who is responsible?\nTom Weller, full time."),
    Row("", "Ana Ruiz, head of rental fleets, has no car.", "Whom do I ask?\nTom Weller, head of city sales."),
    Row("", "It works in all nine shops.", "In what order?\nAll nine shops start now, and Nampa follows."),
    Row("", "By 2029 it will work in all nine shops.", "Where is it?\nAt five shops for now."),
    Row("", "It is sold in Ada County only.", "Can I have it elsewhere?\nNot yet. Canyon County can follow in 2029."),
    Row(
        "",
        "A bike is held for 30 minutes.",
        "What if I am late?\nIf you have a card, your bike is held for 60 minutes.",
    ),
    Row("", "Your photos are deleted after 30 days.", "What do you keep?\nRecordings are deleted after 90 days."),
    Row("", "A booking takes four minutes.", "How long does a ride take?\nTen minutes to town, 30 to the lake."),
    Row("", "It stands at nine shops.", "What did you test?\nWe tried it at two shops, and the two shops liked it."),
    Row("", "There are nine shops in town.", "Where is it?\nThe six shops that sell bikes have it."),
    Row("", "There are nine shops in town.", "Where is it?\nThe first six shops have it."),
    Row("", "We watched 27 owners in May.", "What did they say?\nSix of the 27 owners left."),
    Row("", "It is for children aged 2 to 11.", "Who rides?\nTeachers aged 24 to 60."),
    Row("", "We asked 640 parents, and 416 of them pack lunch.", "Why?\n65% of the 640 parents pack lunch."),
    Row("", "We asked 640 parents, and 416 of them pack lunch.", "Why?\n35% of the 640 parents do not pack lunch."),
    Row("", "In the trial 260 families rode.", "Did they stay?\nAt the end 214 were there, which is 82%."),
    Row("", "Searching took 52 minutes a night.", "What changed?\nBefore it they lost 52 minutes; with it, 7 minutes."),
    Row("", "The wait went from 40 to 12 minutes.", "And the control?\nThere it went from 40 to 39 minutes."),
    Row("", "Ride.", "What do we earn?\nThe post is $3.10, power $1.40 and care $2.60. That adds up to $7.10."),
    Row("", "Ride.", "What do we earn?\nWe get $29. Mail costs $9 and labor $8. That leaves $12."),
    Row(
        "",
        "It costs $119.",
        "What do we earn?\n$58 to make, $9 to ship and $18 in support, $85 altogether. That leaves $34.",
    ),
    Row("", "All four shops use it.", "Did it help?\nIn our four shops, yes. In the two shops without it, no."),
    Row("", "Ride.", "What do we earn?\n$190, less $41 for power, $22 for care and $18 for support. That is $109."),
    Row(
        "", "The call comes within 15 minutes.", "What is the goal?\nThe goal is that the call comes within 10 minutes."
    ),
    # what is told first and then taken off, or without its currency
    Row(
        "",
        "Ride.",
        "What is left?\n€36 from one and €420 from all. Mail costs €130, fees €12, help €60. That leaves €254.",
    ),
    Row(
        "",
        "Ride.",
        "What is left?\n39 pairs at €21 make €819. Wages 430, leather 117, rent 90, fees 62, which adds up to 699. That leaves €120.",
    ),
    Row(
        "",
        "Ride.",
        "What is it?\nIt costs €9,000 once. Tools are €210, power €60, rent €120 and soap €190, together €580.",
    ),
    # so many, so much
    Row("", "At 100 rides it costs €5.80.", "What does it cost?\n€3.40 at 40 rides and €2.90 at 200."),
    Row("", "Ride.", "How many?\nWith six shops it is $22. There are 38 bikes for all nine shops."),
    Row("", "Ride.", "Why 60 percent?\nAt half, 3 of 11 shops said yes; at 60 percent, 9 of 11."),
)
