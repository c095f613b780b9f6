"""A correction of errors to change in one place, and texts that must and must not be remarked on."""

from __future__ import annotations

from typing import NamedTuple

PARTS = {
    "Impact": (
        "62 of 410 dialysis patients of the day clinic waited more than an hour, from May 3 to May 21. "
        "11 of them went home without treatment."
    ),
    "Timeline": (
        "- May 3: the new booking screen goes live.\n"
        "- May 6: a patient calls to say that two people have her chair.\n"
        "- May 17: the head nurse counts nine double bookings in a week.\n"
        "- May 21: the old screen is back; every patient of the list is called."
    ),
    "Five whys": (
        "1. Why did patients wait? Two of them had the same chair at eight.\n"
        "2. Why? The screen lets a chair be booked twice while a booking is open.\n"
        "3. Why was that not seen before May 3? The test plan has one person booking at a time.\n"
        "4. Why? It was written for the pharmacy, where there is one counter.\n"
        "5. Why did it take until May 17? No list shows chairs with two names."
    ),
    "Input metric": "Share of chairs with two names at six in the morning, counted daily; above 0 somebody calls before eight.",
    "Actions": (
        "- Reject a second booking of a chair. Owner: Ada Mensah, May 28\n"
        "- Test with four people booking at once before each release | Ilya Brandt | June 4\n"
        "- List of chairs with two names on the ward screen (head nurse, May 24)"
    ),
}


def document(**changed: str) -> str:
    """A sound document with some parts replaced; an empty one is left out. ``Five_whys`` stands for "Five whys"."""
    parts = PARTS | {name.replace("_", " "): text for name, text in changed.items()}
    return "\n\n".join(f"## {name}\n\n{text}" for name, text in parts.items() if text)


class Row(NamedTuple):
    """A part, and texts of it about which a check must speak up or keep quiet."""

    part: str
    fires: tuple[str, ...]
    quiet: tuple[str, ...]


def _whys(last: str) -> str:
    return "1. Two patients had one chair at eight.\n2. The screen lets a chair be booked twice.\n3. " + last


TABLE = {
    "blame": Row(
        "Five_whys",
        (
            _whys("The clerk forgot to look.\n4. The form has no field for the chair."),
            _whys("Dana never checked the list.\n4. The list is printed at noon."),
            _whys("She did not read the manual.\n4. The manual is a folder in the basement."),
            _whys("The new temp in the office was careless.\n4. The rota has no handover."),
            _whys("It was the supervisor's fault.\n4. There is no rule for it."),
            _whys("Somebody in the night shift had forgotten to close the booking.\n4. The screen does not close by itself."),
            _whys("People don't care about bookings.\n4. No number shows them."),
            _whys("The developers' test was fine, but the operator ignored the warning.\n4. The alarm rings forty times a day."),
            _whys("Mehmet and the porter should have called.\n4. The phone list is from 2019."),
            _whys("The new hire in billing didn't follow the procedure.\n4. The form has one color."),
            _whys("He simply was not careful.\n4. The form has one color."),
            _whys("Nobody in accounting bothered to look.\n4. The form has one color."),
            _whys("Sarah's carelessness caused it.\n4. The form has one color."),
            _whys("The cooks used the wrong label.\n4. The labels have one color."),
            _whys("She has always been a bit disorganized.\n4. The form has one color."),
            _whys("Mrs. Keller put the wrong paper in the envelope.\n4. The envelopes have one color."),
            _whys("The pharmacist mixed up two trays.\n4. The trays have one color."),
        ),
        (
            _whys("The screen shows no warning.\n4. Nobody was asked to test it."),
            _whys("Nobody was at fault: the list is printed at noon.\n4. The rota has no handover."),
            _whys("The clerk cannot see the second booking.\n4. The form has no field for it."),
            _whys("The nurse missed the second name because the list is sorted by chair.\n4. The report has one order."),
            _whys("It was not the clerk's mistake but the form's.\n4. The form has no field for the chair."),
            _whys("The team was told on the day itself.\n4. The release calendar is not shared."),
            _whys("Ada Mensah asked for a test with four people in April.\n4. The budget had no line for it."),
            _whys("The supplier delivers on Fridays.\n4. The contract names no day."),
            _whys("The lift is slow.\n4. The contract names no speed."),
            _whys("Parcels missed the truck.\n4. The contract names no hour."),
            _whys("Chicago orders missed the cutoff.\n4. The contract names no hour."),
            _whys("The test suite missed leap years.\n4. The test plan has no dates."),
            _whys("Customers should have received an email by noon.\n4. The queue has no alarm."),
            _whys("The backup failed to copy the table.\n4. The script has a list of tables."),
            _whys("No one ignored the alarm; it did not ring.\n4. The sensor has no battery check."),
        ),
    ),
    "human_error": Row(
        "Five_whys",
        (
            _whys("Human error."),
            _whys("It was an oversight."),
            _whys("The clerk was careless."),
            _whys("The staff were not trained."),
            _whys("Because of a lack of attention on the night shift."),
            _whys("Grace forgot."),
            _whys("Poor communication between the ward and the office."),
            _whys("These things happen."),
        ),
        (
            _whys("The screen allows it."),
            _whys("It was not human error: the form lets the field stay empty."),
            _whys("Human error was likely because the screen shows the same color for both."),
            _whys("Nobody owns the list."),
            _whys("The rota has no handover."),
        ),
    ),
    "repeated_why": Row(
        "Five_whys",
        (
            _whys("Because two patients had the same chair at eight."),
            _whys("A chair can be booked twice on the screen."),
            _whys("The screen lets a chair be booked twice."),
            "1. Orders were late.\n2. The orders came too late.\n3. The van leaves at six.",
        ),
        (
            _whys("The test plan has one person booking at a time."),
            _whys("Bookings stay open for ten minutes."),
            "1. The van left at six.\n2. The carrier's contract says six.\n3. It was signed for another warehouse.",
            "1. Paychecks were short.\n2. Overtime came after the cutoff.\n3. The cutoff is Thursday.\n4. The bank closes its file then.",
        ),
    ),
    "no_system": Row(
        "Five_whys",
        (_whys("It rained hard that week."), _whys("They were very busy."), _whys("Patients arrived early.")),
        (_whys("The rota has no handover."), _whys("Nobody is asked to look."), _whys("The contract names no day.")),
    ),
    "wish": Row(
        "Actions",
        (
            "- Everybody will be more careful. Owner: Ada Mensah, May 28",
            "- Remind the clerks to look twice | Ada Mensah | May 28",
            "- Pay closer attention to bookings (head nurse, May 24)",
            "- Improve communication between ward and office — Ada Mensah — May 28",
            "- Retrain the office — Ada Mensah — May 28",
            "- Make sure everyone double-checks the list; Ada Mensah; May 28",
            "- Talk to the clerk on Monday. Owner: head nurse",
            "- Be careful with the lock — Ada Mensah — May 28",
            "- Monitor the situation closely — Ada Mensah — May 28",
            "- We should consider a new form — Ada Mensah — May 28",
            "- Commit to a culture of quality — Ada Mensah — May 28",
        ),
        (
            "- Reject a second booking of a chair. Owner: Ada Mensah, May 28",
            "- The screen reminds the clerk with a red light until the chair is free | Ada Mensah | May 28",
            "- Move the cutoff to Friday — payroll lead — June 1",
            "- Order trays in two colors (Ilya Brandt, by June 4)",
            "- Training on the new lock that refuses a second key — Ilya Brandt — June 4",
        ),
    ),
    "no_owner": Row(
        "Actions",
        (
            "- Reject a second booking of a chair by May 28",
            "- Reject a second booking. Owner: everyone, May 28",
            "- Reject a second booking | the team | May 28",
            "- Reject a second booking — TBD — May 28",
            "- Add a water test, week 12",
        ),
        (
            "- Reject a second booking. Owner: Ada Mensah, May 28",
            "- Reject a second booking | Ilya Brandt | May 28",
            "- Reject a second booking (head nurse, by Friday)",
            "- Ada Mensah: reject a second booking, May 28",
            "- Ada will reject a second booking by May 28",
            "- Sam - add an alarm for double bookings - 2027-05-28",
            "- Reject a second booking. Owner: J. Park. Due: 15 March",
            "- Write the list by Friday, Tomás",
            "| Action | Owner | Due |\n|---|---|---|\n| Reject a second booking | Ada Mensah | May 28 |",
            "- Call every patient the day before (front desk, from June 1)",
            "| Reject a second booking | Ada Mensah | 2027-05-28 |",
            "- Reject a second booking — payroll lead — May 28",
        ),
    ),
    "no_date": Row(
        "Actions",
        (
            "- Reject a second booking. Owner: Ada Mensah",
            "- Reject a second booking | Ada Mensah | soon",
            "- Reject a second booking — Ada Mensah — as soon as possible",
        ),
        (
            "- Reject a second booking. Owner: Ada Mensah, May 28",
            "- Reject a second booking — Ada Mensah — week 22",
            "- Reject a second booking — Ada Mensah — by Friday",
            "- Reject a second booking — Ada Mensah — 2027-05-28",
            "- Reject a second booking — Ada Mensah — end of June",
            "- Reject a second booking — Ada Mensah — in 2 weeks",
        ),
    ),
    "output_metric": Row(
        "Input_metric",
        (
            "Patient satisfaction, every week; below 4.2 we act.",
            "NPS, measured monthly, alarm below 30.",
            "Revenue per week, alarm under $10,000.",
            "Customer satisfaction. Looked at by the board each month, above 80 %.",
            "Repeat rate of new customers by week, at least 40 %.",
            "Churn, weekly, above 3 %.",
        ),
        (
            "Share of chairs with two names at six in the morning, daily; above 0 somebody calls.",
            "Days from the scan of a return to the refund, weekly, at most 5.",
            "Share of parcels handed to the carrier before four, each day; below 95 % we call.",
            "Complaints about chairs per 100 patients, weekly, above 1.",
            "Queue depth, every minute; alarm over 500.",
        ),
    ),
    "symptom_metric": Row(
        "Input_metric",
        (
            "Complaints about chairs per 100 patients, weekly, above 1.",
            "Contacts per order about kettles by week, more than 2 in 100.",
            "Return rate of raincoats, each week, over 12 %.",
        ),
        (
            "Share of chairs with two names at six in the morning, daily; above 0 somebody calls.",
            "Minutes between the alarm and the first person at the bed, each shift, at most 4.",
        ),
    ),
    "no_limit": Row(
        "Input_metric",
        ("Share of chairs with two names, counted daily.", "How long a refund takes, weekly."),
        ("Share of chairs with two names, daily; above 0 somebody calls.", "Days until the refund, weekly, at most 5."),
    ),
    "no_cadence": Row(
        "Input_metric",
        ("Share of chairs with two names; above 0 somebody calls.", "Days until the refund, at most 5."),
        ("Share of chairs with two names, each morning; above 0 somebody calls.", "Weight of a kit, every shift, within 2 grams."),
    ),
    "out_of_order": Row(
        "Timeline",
        (
            "- May 3: screen live.\n- May 17: nurse counts nine.\n- May 6: a patient calls.\n- May 21: old screen back.",
            "- Week 37: new batch.\n- Week 36: first contacts noticed.\n- Week 48: stopped.",
            "- 2027-05-03: live.\n- 2027-04-06: a patient called.\n- 2027-05-21: changed back.",
        ),
        (
            "- May 3: screen live.\n- May 6: a patient calls.\n- May 21: old screen back.",
            "- December 30: screen live.\n- January 4: a patient calls.\n- January 9: old screen back.",
            "- 8:10: alarm rings.\n- 8:14: called.\n- 9:00: fixed.",
        ),
    ),
    "never_noticed": Row(
        "Timeline",
        ("- May 3: screen live.\n- May 17: meeting.\n- May 21: old screen back.",),
        ("- May 3: screen live.\n- May 6: a patient called.\n- May 21: old screen back.",),
    ),
}  # fmt: skip
"""For each remark, texts of one part. The rest of the document is sound."""
