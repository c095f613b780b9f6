"""Small answers whose parts are known by construction."""

SETTING = "In March 2023 I was a shift lead at a bakery in Leeds, and 30 boxes a week went to the wrong customer."
GOAL = "My manager asked me to halve that number by June."
INSIGHT = "I asked twelve of the customers what had gone wrong, and found that nine had been handed a stranger's box."
ACT = "I wrote the name on every box in large letters, because nobody could read the order numbers."
CHOICE = "I could have bought a label printer instead, but I decided against it because it would have taken until May."
RESULT = "By August only 6 boxes a week went wrong, against 30 in March, and our other shop stayed at 28."
CAUSE = "The root cause turned out to be the order slip, which had no room for a name."
LASTING = "So I added a line for the name to the slip, and every shop still uses it today."
LOOP = "I wrote to the twelve customers to tell them what we had changed."
LESSON = "I should have asked them in March; these days I call three customers before I change anything."

ALL = (SETTING, GOAL, INSIGHT, CHOICE, ACT, RESULT, CAUSE, LASTING, LOOP, LESSON)
STRONG = " ".join(ALL)
WEAK = "We always try to be nice to customers. They are usually happy. Communication is key."
