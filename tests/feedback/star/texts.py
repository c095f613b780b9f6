"""Small answers whose parts are known by construction."""

SETTING = "In March 2023 I was a shift lead at a bakery in Leeds, and 30 boxes a week went to the wrong customer."
GOAL = "My manager asked me to halve that number by June."
INSIGHT = "I asked twelve of the customers what had gone wrong, and found that nine had been handed a stranger's box."
ACT = "I wrote the name on every box in large letters, because nobody could read the order numbers."
CHOICE = "I could have bought a label printer instead, but I decided against it because it would have taken until May."
RESULT = "By August only 6 boxes a week went wrong, against 30 in March, and our other shop stayed at 28."
LASTING = "The root cause was the old order slip, so I added the name to the slip, and it is still in use."
LOOP = "I wrote to the twelve customers to tell them what we had changed."
LESSON = "I should have asked them in March; these days I call three customers before I change anything."

STRONG = " ".join([SETTING, GOAL, INSIGHT, CHOICE, ACT, RESULT, LASTING, LOOP, LESSON])
WEAK = "We always try to be nice to customers. They are usually happy. Communication is key."
