signature data-without-ack {
  title      "Data segment without ACK"
  category   evasion
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any; zapret 2019 to present"
  licence    "CC-BY-4.0"
  tags       evasion, crafted, censorship
  reference "zapret, docs/readme.en.md, (datanoack: data with the ACK flag cleared)" url "https://github.com/bol-van/zapret"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.4 (a segment without ACK is dropped once a connection exists)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet odd { tcp; flags & (SYN|ACK|RST|FIN) == 0; payload.len > 0 }

  event by src, dst, dport gap 60s having count(odd) >= 1

  analysis {
    addresses "If the source has a connection to the destination at that moment, it is the tool's user; if not, it throws packets at it."
    flags "Data, with PSH or nothing, and no ACK. Every segment of a connection after the first SYN carries ACK."
    direction "From the client. The receiver drops it."
    header "Numbers that fit an open connection speak for circumvention, zeros or random ones for a generator."
    bottom-line """
      The segment was made by hand: no system sends data without ACK. Within a connection it is meant for a box on the way that is less strict than
      the server; outside it is a probe or a flood.
    """
  }

  hypothesis "Circumvention of a censor" {
    verdict benign
    weight moderate
    because "zapret offers just this, and the true data follow."
    test "Is there a handshake before it and the same data with ACK after it?"
  }
  hypothesis "Probe or flood of a packet generator" {
    verdict malicious
    weight moderate
    because "Generators send data with whatever flags they are told, or none; a trigger for middleboxes that reflect is a lone PSH with a request."
    test "Is there any connection? How many destinations and sources?"
  }

  false-positive "Damaged captures and fuzzing."
  blind-spot "The receiver's reaction: there should be none."

  trace "a request without ACK" synthetic expect match """
    10:00:00.042 192.0.2.1.4011 > 198.51.100.1.80: P 500001:500101(100) win 64240
  """
  trace "with ACK" synthetic expect no-match """
    10:00:00.042 192.0.2.1.4011 > 198.51.100.1.80: P 500001:500101(100) ack 900001 win 64240
  """
}
