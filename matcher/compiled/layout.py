"""Where things are in the two arrays that the episode kernels work on. All are words: int64.

`plan` is what the compiler knows of a program and never changes. `heap` is the state of a run: blocks of words that
refer to each other by their offsets, 0 for none. One array of each keeps the kernels' calls cheap, and memory that is
never touched costs nothing.

    node     what is open under one key of one group: a log of entries that were not applied yet, and records
    entry    one observation: when, of which patterns, the values that may be asked for
    table    where the node of a key is: the upper half of the key's fingerprint, and the node, in one word
    record   one episode of one signature: what is kept of it (later: one event)
"""

from __future__ import annotations

from typing import Final

# --- the plan's header: where its tables begin, and how many of each -------------------------------------------------
P_GROUPS: Final = 0  # rows of `G_WORDS`
P_GROUP_COUNT: Final = 1
P_SIGNATURES: Final = 2  # rows of `S_WORDS`
P_SIGNATURE_COUNT: Final = 3
P_AGGREGATES: Final = 4  # rows of `A_WORDS`
P_CODES: Final = 5  # int: where each stack program begins
P_KEPT: Final = 6  # columns
P_KEEP: Final = 7  # evidence packets of an event
P_WIDE: Final = 8  # whether sets of signatures do not fit a word
P_TRACKED: Final = 9  # whether what an event was made of is kept
P_SCRATCH: Final = 10  # of the heap: room for the values of one packet
P_AREAS: Final = 11  # of the heap: rows of `Q_WORDS`, one a group
P_SEEN: Final = 12  # of the heap: `SEEN_WORDS` a signature: for its two sides, bits of patterns; how many entries
P_TOUCHED: Final = 13  # of the heap: a list of signatures, its length first
P_STACK: Final = 14  # of the heap: room for stacks
P_QUEUES: Final = 15  # of the heap: rows of `U_WORDS`, those of a group together
P_HEADER: Final = 16
SEEN_WORDS: Final = 4

# --- groups: signatures with the same key, on the same level of composition -------------------------------------------
G_INTERVAL: Final = 0  # its nodes are looked at so often at the least, ns
G_VALUES: Final = 1  # of an entry
G_FRONT: Final = 2  # words of an entry before its values
G_ENTRY: Final = 3  # words of an entry whose values are packed
G_WIDE: Final = 4  # words of one that has their states, and a word for each
G_NODE: Final = 5  # words of a node
G_LEVEL: Final = 6  # 0: observes packets only
G_COLUMNS: Final = 7  # where its values are listed: rows of `C_WORDS`
G_PARTS: Final = 8  # how many parts a key has
G_KEY: Final = 9  # where they are listed: rows of `K_WORDS`
G_SYMMETRIC: Final = 10  # whether an answer's key is a rearrangement of the asker's
G_SEED: Final = 11  # two words that no capture can know
G_CHILDREN: Final = 13  # how many groups have signatures that it observes
G_CHILD_LIST: Final = 14  # of each, its number; and how long after its end an event that is observed is known, ns
G_RECORD: Final = 15  # words of the largest record of a signature with its evidence, for each side
G_DUE: Final = 16  # of the records of all signatures together
G_QUEUES: Final = 17  # how many queues its nodes leave by: one for each gap of its signatures
G_QUEUE: Final = 18  # of the heap: the first
G_GAPS: Final = 19  # where the gaps are listed, the shortest first
G_MEMBERS: Final = 20  # where the numbers of its signatures are listed
G_MEMBER_COUNT: Final = 21
G_BRIEF_LEAST: Final = 22  # the shortest gap of its brief signatures, `S_BRIEF`
G_BRIEF_MOST: Final = 23  # and the longest
G_OBSERVED: Final = 24  # the shortest gap of all other signatures that are observed
G_WORDS: Final = 25

# --- values of an entry -----------------------------------------------------------------------------------------------
C_KEPT: Final = 0  # column among the values that are kept of a packet
C_WORD: Final = 1  # where it is when it is packed: word of the entry
C_SHIFT: Final = 2
C_MASK: Final = 3
C_WORDS: Final = 4

# --- parts of a key ---------------------------------------------------------------------------------------------------
K_ASKED: Final = 0  # a column, or -1 - number of a code
K_ANSWERED: Final = 1  # the same with the ends exchanged
K_FACTORS: Final = 2  # four words that no capture can know
K_WORDS: Final = 6

# --- signatures -------------------------------------------------------------------------------------------------------
S_GROUP: Final = 0
S_GAP: Final = 1
S_INTERNAL: Final = 2
S_NAMES: Final = 3
S_RESPONDERS: Final = 4
S_DOUBTFUL: Final = 5
S_AGGREGATES: Final = 6  # number of the first
S_AGGREGATE_COUNT: Final = 7
S_RECORD: Final = 8  # words of a record
S_UP_COUNT: Final = 9  # values that observing signatures may ask for
S_UP: Final = 10  # where they are listed: (place in the entry, place in this list with the ends swapped)
S_STATES: Final = 11  # where the states of the aggregates begin in a record: first counts, one a name
S_PARENTS: Final = 12  # rows of `O_WORDS`
S_PARENT_COUNT: Final = 13
S_HAVING: Final = 14  # rows of 4 words
S_HAVING_COUNT: Final = 15
S_NEEDS: Final = 16  # terms: (none, where its atoms begin, how many), rows of 3
S_NEED_COUNT: Final = 17
S_MEASURED: Final = 18  # numbers of the aggregates that the condition names
S_MEASURED_COUNT: Final = 19
S_DOUBTS: Final = 20  # a bit for each name, in the order of the names
S_QUEUE: Final = 21  # number of the queue with its gap
S_BRIEF: Final = 22  # whether it is observed, and its episodes are over when its nodes are looked at the next time
S_WORDS: Final = 23

# --- who observes a signature -----------------------------------------------------------------------------------------
O_SIGNATURE: Final = 0
O_BIT: Final = 1
O_WORDS: Final = 2

# --- aggregates -------------------------------------------------------------------------------------------------------
A_KIND: Final = 0
A_SCOPE: Final = 1
A_CODE: Final = 2  # number of a code, or -1
A_OFFSET: Final = 3  # in the record
A_WINDOW: Final = 4
A_MODULUS: Final = 5
A_REACH: Final = 6
A_UNDECIDED: Final = 7  # bit of the reason, or 0
A_READ: Final = 8  # which value of its kind
A_WORDS: Final = 9

COUNT: Final = 0
DISTINCT: Final = 1
FIRST: Final = 2
LAST: Final = 3
EXTREMES: Final = 4
CONSTANT: Final = 5
RATE: Final = 6
INTERVAL: Final = 7
EXTENT: Final = 8
STEP: Final = 9
WINDOW_COUNT: Final = 10
WINDOW_DISTINCT: Final = 11

SIZES: Final = (1, 6, 3, 3, 3, 2, 3, 5, 3, 36, 3, 3)  # words, in the order of the kinds
DIFFERENCES: Final = 16  # of a step: matcher.steps

# --- the heap's header ------------------------------------------------------------------------------------------------
H_NEXT: Final = 0  # the first word that was never used
H_LIMIT: Final = 1  # words there are
H_NODES: Final = 2
H_EVICTED: Final = 3
H_FOUND: Final = 4  # records that are events: the latest
H_FOUND_COUNT: Final = 5
H_ASKED: Final = 6  # records whose conditions the reference must decide: the latest
H_EVICTING: Final = 7  # why what ends now ends early: a reason's bit
H_EVENTS: Final = 9  # events of signatures that are reported
H_WAITING: Final = 11  # words of blocks that were given back and wait
H_SPARE: Final = 12  # the first of the words that are there for events, and for want of anything else
H_END: Final = 13  # behind the last of them
H_SOFT: Final = 14  # when so many of them are in use, memory should be put together
H_FREE: Final = 16  # heads of the lists of free blocks, by their words; then by the powers of two
SMALL: Final = 512
H_HEADER: Final = H_FREE + SMALL + 64

# --- a group's part of the heap ---------------------------------------------------------------------------------------
Q_COUNT: Final = 0  # nodes
Q_KNOWN: Final = 1  # nothing that concerns it and is still to come is earlier
Q_HEAD: Final = 2  # entries of packets that wait for observed events
Q_TAIL: Final = 3
Q_ROOT: Final = 4  # entries of events that wait: a pairing heap
Q_HASTENED: Final = 5  # for lack of memory, everything before this time was taken: an event that comes now is late
Q_WAITING: Final = 6  # how many packets and events wait
Q_WORDS: Final = 7

# --- queues by which nodes leave: blocks of `B_WORDS` -----------------------------------------------------------------
U_BLOCK: Final = 0  # the first
U_READ: Final = 1  # the first entry in it that was not taken out
U_LAST: Final = 2  # the last block
U_WORDS: Final = 3

B_NEXT: Final = 0
B_COUNT: Final = 1  # entries that were put in
B_ENTRIES: Final = 2  # (node, the time of its latest entry when it took its place)
B_PLACES: Final = 63
B_WORDS: Final = B_ENTRIES + 2 * B_PLACES

# --- nodes: of one entry, which stands in the node; or with a log and records -----------------------------------------
N_PRINT: Final = 0  # the key's fingerprint
N_COUNT: Final = 1  # 0: one entry, which stands here; else one more than the entries of the log
N_LOG: Final = 2  # the first entry
N_LAST: Final = 3  # time of the latest entry
N_TAIL: Final = 4  # the last entry
N_RECORDS: Final = 5
N_WORDS: Final = 6
N_ALONE: Final = 1  # where the one entry begins: its `E_NEXT` is `N_COUNT`, its time `N_LAST`

# --- entries ----------------------------------------------------------------------------------------------------------
E_NEXT: Final = 0
E_INFO: Final = 1  # act << 8 | sides | flags; of an event, signature << 16 | its name there << 8 | side | flags
E_TIME: Final = 2
E_FRAME: Final = 3
E_PACKET: Final = 4  # words of an entry before its values; in groups that observe, more:
E_EVENT: Final = 4  # the record, or 0 for a packet
E_CHILD: Final = 5  # of those that wait: the first below it
E_PRINT: Final = 6  # of the key
E_OBSERVED: Final = 7

ASKED: Final = 3  # of E_INFO: the side of what asks, 2 for none
ANSWERED_SHIFT: Final = 2  # and the side of what answers
UNTIMED: Final = 16
LATE: Final = 32
WIDE: Final = 64  # the values are not packed
CONCLUDED: Final = 128  # episodes of brief signatures with it are over, and were looked at
ACT_SHIFT: Final = 8

# --- acts: what a set of matching patterns means for a group; rows in an array of their own ---------------------------
T_GROUP: Final = 0
T_ALONE: Final = 1  # whether an episode of this packet alone may be an event
T_COMMON: Final = 2  # bits of the signatures that match (of the first 63)
T_LIST: Final = 3  # where their list is: its words, how many they are, their numbers
T_COUNT: Final = 4
T_QUEUE: Final = 5  # number of the queue with the longest gap of the signatures
T_SHOWN: Final = 6  # the marks that it leaves: `matcher.compiled.prospects`
T_PROSPECTS: Final = 7  # where they are listed, 0 where it must not wait: see `matcher.compiled.acts`
T_ROWS: Final = 8  # (signature, bits that ask, bits that answer)

# --- records ----------------------------------------------------------------------------------------------------------
R_NEXT: Final = 0
R_OWNER: Final = 1  # signature << 1 | side
R_LAST: Final = 2
R_LAST_FRAME: Final = 3
R_START: Final = 4  # of its packets
R_START_FRAME: Final = 5
R_PACKETS: Final = 6
R_COMMON: Final = 7  # bits; or a list: of an act, or negative: of the heap
R_REASONS: Final = 8
R_DOUBTED: Final = 9
R_EVIDENCE: Final = 10  # a block: room, how many, then (time, frame)
R_FACE: Final = 11  # the packet that stands for all: frame << 2 | answers only << 1 | ends swapped
R_FACE_TIME: Final = 12
R_FACE_FRAME: Final = 13
R_PRINT: Final = 14
R_USES: Final = 15
R_PARTS: Final = 16  # what it was made of, when that is tracked: pairs (next, record)
R_FIRST: Final = 17  # of its observations
R_FIRST_FRAME: Final = 18
R_SEEN: Final = 19  # bits of the patterns observed; -1 when it can become no event any more
R_UP: Final = 20  # states of the values for observers, then these

# --- reasons that every program has -----------------------------------------------------------------------------------
WAS_UNTIMED: Final = 1
WAS_EVICTED: Final = 2
WAS_LATE: Final = 4
REASONS: Final = 3

# --- states of values -------------------------------------------------------------------------------------------------
ABSENT: Final = 0
KNOWN: Final = 1
UNKNOWN: Final = 2
TOKEN: Final = 3  # a number that stands for an IPv6 address, bytes, a list
CUT: Final = 4  # the same for bytes that were not captured whole
PER_WORD: Final = 21  # states in a word, three bits each
