"""
What the kernels know, and where it is.

A kernel gets three arrays: ``g``, travel seconds; ``m``, the memory of whole numbers; ``f``, that of real numbers. The
compiler pays dearly for every further array that is handed from function to function. ``m`` begins with four words of
random numbers and a directory: its entries are sizes and flags, or addresses, so that ``m[m[SERVICE] + k]`` is the
service of node k and ``f[m[PRIZE] + k]`` its prize.

An *element* is what stands in a route: a node (its index) or the drop of route r (nodes + r).

The routes stand in *blocks*: those worked on (``WORK``), those accepted last (``KEPT``), the best so far (``BEST``).
``m[t + m[START] + r * m[WIDTH] + x]`` is the start of service at place x of route r in block t; place 0 is the route's
start, place ``length + 1`` its end.
"""

from __future__ import annotations

FAR = 1 << 29
"""Beyond every time; the sum of a few stays inside 32 bits."""

LOOKED_AT = 150
"""Candidates that a recreation looks at, on average, besides those just ruined; never more than half."""

POWERS = 7
"""Exponents in which recreation weighs prizes: 1/2, 3/4, 1, 5/4, 3/2, 7/4, 2."""

WORDS = 4
"""Of random numbers, at the beginning of ``m``."""

(
    # Sizes: locations; places reserved for each route; neighbours that a node knows; walking limits.
    NODES,
    ROUTES,
    PLACES,
    WIDTH,
    REACH,
    GROUPS,
    RESOURCES,
    LIMITS,
    CANDIDATE_COUNT,
    # Whether the problem has caps, values of groups, loads, walking limits at all.
    CAPPED,
    VALUED,
    LOADED,
    LIMITED,
    # Addresses in ``g``: travel the other way round, and on foot.
    INTO,
    WALK,
    # Of each element: its location, where that begins in ``g``, its service.
    PLACE,
    ROW,
    SERVICE,
    # ``m[m[HOURS] + m[m[DAY] + r] + e]`` is where the windows of element e begin in FIRST and LAST on route r's day.
    DAY,
    HOURS,
    FIRST,
    LAST,
    # Of each route; -1 for none. MEAL is three numbers: its length, first and last start.
    BEGIN,
    END,
    DEPARTS,
    WALL,
    CARRY,
    CHAIN,
    BUDGET,
    MEAL,
    DROP,
    # Of each route: 0 if windows and the wall alone decide, 1 if a meal, a load or a walking limit does too.
    KIND,
    # Of each route: how many people walk it.
    PEOPLE,
    # Of each route: the first that is its equal.
    TWIN,
    # Of each route and node whether it may ever be visited there; and the nodes that may be anywhere.
    ALLOWED,
    CANDIDATES,
    # Of each node, its neighbours, and its groups (from one GROUP_AT to the next in GROUP).
    LOAD,
    NEAR,
    GROUP_AT,
    GROUP,
    # Of each group: what it takes, and where its values begin in STEP.
    MOST,
    STEP_AT,
    # Of each node and resource, what a visit uses; of each resource and walking limit, the bound.
    USES,
    BOUND,
    WALK_LIMIT,
    # Blocks, and in them of each place: who stands there; the location; start and end of service at the earliest; the
    # last start with which the rest of the route holds; seconds to the next place; where the window begins.
    WORK,
    KEPT,
    BEST,
    ELEMENT,
    HERE,
    START,
    LEAVE,
    LATEST,
    LEG,
    OPENS,
    # LEAVE and LATEST with the meal behind; on a route with a meal the plain ones are those of a walker who has it
    # still to come. And what can still be taken between this place and the next.
    FED_LEAVE,
    FED_LATEST,
    ROOM,
    # In a block: elements of each route; the route of each node, or -1; how far groups, resources and limits are used.
    LENGTH,
    OWNER,
    TAKEN,
    USED,
    WALKED,
    # How much of a block the places of all routes take in one field; how many fields a plain and a rich route have.
    FIELD,
    PLAIN_FIELDS,
    RICH_FIELDS,
    # Scratch: routes that differ from the accepted ones; nodes that the ruin took out, and whether a node is one.
    CHANGED,
    REMOVED,
    FRESH,
    # Nodes that recreation may put in; per node and route the least cost and after which place; the least of these.
    WAITING,
    COST,
    SPOT,
    LEAST,
    HOME,
    # How likely recreation looks at a node, of 2^31.
    CHANCE,
    # The pool of routes: two random numbers of each node, to tell sets of nodes apart; which entry is known under
    # the last bits of such a number; how many entries there are, and which is written next; and of each entry ...
    KEY,
    BOOK,
    BOOK_SIZE,
    POOL_SIZE,
    POOL_WIDTH,
    POOL_COUNT,
    POOL_NEXT,
    # ... the numbers of its nodes; which route it may stand for; how many elements, how long a way; the elements.
    POOL_HASH,
    POOL_KIND,
    POOL_LENGTH,
    POOL_WAY,
    POOL_ROW,
    # Recombination: of each route the entry chosen, -1 for the best solution's own; of each node whether it is in one.
    CHOICE,
    MARK,
    # Seconds on the way of all people of the best routes; the step that found them; the steps done.
    BEST_WAY,
    FOUND,
    DONE,
    # Addresses in ``f``: prizes, what one more visit of a group is worth, prizes to each power, minus the logarithm.
    PRIZE,
    STEP,
    WEIGHT,
    MINUS_LOG,
    # Of waiting nodes what they count for, and that over their cost; of nodes how often they were put in lately.
    WORTH,
    APPEAL,
    LIKING,
    # Of each entry of the pool the prizes of its nodes.
    POOL_WORTH,
    DIRECTORY,
) = range(WORDS, WORDS + 101)

BEST_PRIZE, LEVEL, PER_SECOND, SCALE, REALS = range(5)
"""At the beginning of ``f``: prize of the best routes, value of the kept, cost of a second on the way, usual prize."""
