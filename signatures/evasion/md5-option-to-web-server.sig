signature md5-option-to-web-server {
  title      "TCP MD5 option in a connection to a web server"
  category   evasion
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2019 to present"
  licence    "CC-BY-4.0"
  tags       evasion, tcp-options, censorship
  reference "zapret, docs/readme.en.md, (fooling md5sig: option kind 19 on false segments)" url "https://github.com/bol-van/zapret"
  reference "RFC 2385, Protection of BGP Sessions via the TCP MD5 Signature Option, (the option is meant for BGP sessions)" url "https://www.rfc-editor.org/rfc/rfc2385"
  reference "Geneva, strategies.md at commit 28a3fa6, (options used against boxes on the way)" url "https://github.com/Kkevsterrr/geneva"

  packet odd { tcp; dport in {80, 443, 8080, 8443}; options has md5 }

  event by src, dst gap 60s having count(odd) >= 1

  analysis {
    addresses "The client runs the tool."
    ports "To 80 or 443, where nobody has agreed on a key. The option's home is port 179."
    flags "On data segments or resets right after the handshake."
    direction "Client to server. The server, having no key, drops the segment; a box on the way takes it for true."
    header "Option kind 19, 18 bytes."
    bottom-line "The client inserts segments that the server will drop and a censor will not. A means of circumvention; harmless to the server."
  }

  hypothesis "Circumvention of a censor" {
    verdict benign
    weight strong
    because "It is one of the known ways, and web servers never use the option."
    test "Does the same segment follow without the option?"
  }
  hypothesis "Evasion of a sensor in front of the server" {
    verdict malicious
    weight moderate
    because "The same trick hides a request from a sensor that does not know keys."
    test "What do the segments with the option carry, and what those without?"
  }

  false-positive "A router whose BGP was moved to such a port; a test."
  blind-spot "Other ports."

  trace "false data with the option" synthetic expect match """
    10:00:00.042 IP 192.0.2.1.4011 > 198.51.100.1.443: Flags [P.], seq 500001:500101, ack 900001, win 64240, options [md5 valid,eol], length 100
  """
  trace "a BGP session" synthetic expect no-match """
    10:00:00.042 IP 192.0.2.1.4011 > 198.51.100.1.179: Flags [P.], seq 500001:500101, ack 900001, win 64240, options [md5 valid,eol], length 100
  """
}
