signature window-55808 {
  title      "The 55808 packets: SYNs with window 55808 from forged sources"
  category   bot
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "May-July 2003"
  licence    "CC-BY-4.0"
  tags       scan, botnet, spoofing, window, unexplained
  reference "SANS Internet Storm Center, Window Size 55808 packets, 22 June 2003" url "https://isc.sans.edu/diary/Window+Size+55808+packets/13"
  reference "The 55808 phenomenon" url "http://www.warp2search.net/news/story/the_55808_phenomenon.html"
  reference "OODA Loop, 12 June 2003" url "https://www.oodaloop.com/realnews-items/2003/06/12/12317/"

  packet syn { tcp; flags == SYN; window == 55808; 65 <= ttl <= 128 }

  event by dst gap 1h

  analysis {
    addresses """
      The source is forged in every packet, so the sender cannot get the answer. Each target is asked once, on one port. The event is therefore kept
      by target.
    """
    ports "No preference."
    flags "SYN alone."
    direction "Inbound, one packet. The answer goes to a stranger."
    time "First noticed about 16 May 2003, growing through June; a vendor counted nearly 3,000 an hour."
    header """
      Window 55808 = 0xda00, initial TTL about 128: documented by the reports named, which are descriptions. Sixteen bits of agreement in one packet,
      of which twelve are the window's. Nothing was found that explains the number.
    """
    bottom-line """
      One of the packets of 2003 that were never explained. It does nothing to the target; that another infected host listens for the answers was
      believed and not shown.
    """
  }

  hypothesis "A scan whose answers are read by somebody else" {
    verdict malicious
    weight moderate
    because "Forged sources are of use when a helper on the way, or near the forged address, can listen."
    test "Do the forged sources lie in few networks?"
  }
  hypothesis "A faulty program" {
    verdict unknown
    weight moderate
    because "Nothing ever came of it."
    test "Do the other fields show a pattern?"
  }
  hypothesis "An ordinary client" {
    verdict benign
    weight weak
    because "Any window can occur."
    against "No ordinary system of the time opened with 55808."
    test "Does a connection come about? Are there options?"
  }

  false-positive "A client whose first window happens to be 55808: buffers tuned by hand can do that."
  blind-spot "Senders with another initial TTL."

  trace "three targets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 104, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.40.1030 > 198.51.100.9.80: Flags [S], seq 998019541, win 55808, length 0
    12:00:40.000000 IP (tos 0x0, ttl 104, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.41.1107 > 198.51.100.10.7093: Flags [S], seq 1996039082, win 55808, length 0
    12:01:20.000000 IP (tos 0x0, ttl 104, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        75.147.127.42.1184 > 198.51.100.11.14106: Flags [S], seq 2994058623, win 55808, length 0
  """
  trace "another window" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 104, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.40.1030 > 198.51.100.9.80: Flags [S], seq 998019541, win 55807, length 0
    12:00:40.000000 IP (tos 0x0, ttl 104, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.41.1107 > 198.51.100.10.7093: Flags [S], seq 1996039082, win 55807, length 0
    12:01:20.000000 IP (tos 0x0, ttl 104, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        75.147.127.42.1184 > 198.51.100.11.14106: Flags [S], seq 2994058623, win 55807, length 0
  """
}
