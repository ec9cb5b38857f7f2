signature reflection-ssdp {
  title      "SSDP amplification: answers of devices on the Internet from UDP port 1900"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2014 to present"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, ssdp, upnp, denial-of-service
  reference "US-CERT alert TA14-017A, UDP-based amplification attacks (copy), (documented: factor 30.8)" url "https://b3tik.blogspot.com/2014/05/ta14-017a-udp-based-amplification.html"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, ssdp.c line 82 (source: the request M-SEARCH with ssdp:all)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 1900" url "https://github.com/Phenomite/AMP-Research"
  reference "ZMap at commit 8de8833, module_upnp.c and ssdp_1900.pkt (the same request as a survey)" url "https://github.com/zmap/zmap"

  packet answer { udp; sport == 1900; payload.len >= 100; src not in private; dst not in multicast }

  event by dst gap 10s having count(answer, 10s) >= 30 and distinct(answer.src, 10s) >= 10

  analysis {
    addresses """
      The destination is the target. The senders are home routers, printers and cameras that answer strangers: the reflectors. Local addresses are
      left out, since discovery on a local net is what the protocol is for.
    """
    ports "From UDP 1900. Some devices answer from another port and are not counted."
    direction "Answers without a request from here."
    time "Each request for everything (ssdp:all) brings several datagrams of a device, one for each service."
    header """
      Readable text that begins HTTP/1.1 200 OK; with the headers that must follow it is longer than the 100 bytes asked for here. CERT measured 30.8
      times the request's bytes.
    """
    bottom-line """
      The destination is under attack by SSDP reflection. Nobody uses this protocol across the Internet: drop UDP from port 1900 at the border, and
      have the provider do so.
    """
  }

  hypothesis "Amplification attack" {
    verdict malicious
    weight strong
    because "Ten devices or more somewhere in the Internet answer a discovery that is meant for local nets."
    test "Did anything here send M-SEARCH to addresses outside?"
  }
  hypothesis "Somebody here surveys the Internet for such devices" {
    verdict unknown
    weight moderate
    because "A survey's answers look the same."
    test "Look for outgoing UDP to port 1900 of many hosts."
  }

  false-positive "A local net that uses public addresses and holds ten talkative devices."
  blind-spot "Devices that answer from another port than 1900."
  blind-spot "Fewer than thirty answers or ten devices in ten seconds."

  trace "ten devices, three answers each" synthetic expect match """
    10:00:00.01 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.02 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.03 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.04 192.0.2.2.1900 > 198.51.100.80.80: udp 285
    10:00:00.05 192.0.2.2.1900 > 198.51.100.80.80: udp 294
    10:00:00.06 192.0.2.2.1900 > 198.51.100.80.80: udp 341
    10:00:00.07 192.0.2.3.1900 > 198.51.100.80.80: udp 285
    10:00:00.08 192.0.2.3.1900 > 198.51.100.80.80: udp 294
    10:00:00.09 192.0.2.3.1900 > 198.51.100.80.80: udp 341
    10:00:00.10 192.0.2.4.1900 > 198.51.100.80.80: udp 285
    10:00:00.11 192.0.2.4.1900 > 198.51.100.80.80: udp 294
    10:00:00.12 192.0.2.4.1900 > 198.51.100.80.80: udp 341
    10:00:00.13 192.0.2.5.1900 > 198.51.100.80.80: udp 285
    10:00:00.14 192.0.2.5.1900 > 198.51.100.80.80: udp 294
    10:00:00.15 192.0.2.5.1900 > 198.51.100.80.80: udp 341
    10:00:00.16 192.0.2.6.1900 > 198.51.100.80.80: udp 285
    10:00:00.17 192.0.2.6.1900 > 198.51.100.80.80: udp 294
    10:00:00.18 192.0.2.6.1900 > 198.51.100.80.80: udp 341
    10:00:00.19 192.0.2.7.1900 > 198.51.100.80.80: udp 285
    10:00:00.20 192.0.2.7.1900 > 198.51.100.80.80: udp 294
    10:00:00.21 192.0.2.7.1900 > 198.51.100.80.80: udp 341
    10:00:00.22 192.0.2.8.1900 > 198.51.100.80.80: udp 285
    10:00:00.23 192.0.2.8.1900 > 198.51.100.80.80: udp 294
    10:00:00.24 192.0.2.8.1900 > 198.51.100.80.80: udp 341
    10:00:00.25 192.0.2.9.1900 > 198.51.100.80.80: udp 285
    10:00:00.26 192.0.2.9.1900 > 198.51.100.80.80: udp 294
    10:00:00.27 192.0.2.9.1900 > 198.51.100.80.80: udp 341
    10:00:00.28 192.0.2.10.1900 > 198.51.100.80.80: udp 285
    10:00:00.29 192.0.2.10.1900 > 198.51.100.80.80: udp 294
    10:00:00.30 192.0.2.10.1900 > 198.51.100.80.80: udp 341
  """
  trace "devices of the local net" synthetic expect no-match """
    10:00:00.01 192.168.1.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.02 192.168.1.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.03 192.168.1.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.04 192.168.1.2.1900 > 198.51.100.80.80: udp 285
    10:00:00.05 192.168.1.2.1900 > 198.51.100.80.80: udp 294
    10:00:00.06 192.168.1.2.1900 > 198.51.100.80.80: udp 341
    10:00:00.07 192.168.1.3.1900 > 198.51.100.80.80: udp 285
    10:00:00.08 192.168.1.3.1900 > 198.51.100.80.80: udp 294
    10:00:00.09 192.168.1.3.1900 > 198.51.100.80.80: udp 341
    10:00:00.10 192.168.1.4.1900 > 198.51.100.80.80: udp 285
    10:00:00.11 192.168.1.4.1900 > 198.51.100.80.80: udp 294
    10:00:00.12 192.168.1.4.1900 > 198.51.100.80.80: udp 341
    10:00:00.13 192.168.1.5.1900 > 198.51.100.80.80: udp 285
    10:00:00.14 192.168.1.5.1900 > 198.51.100.80.80: udp 294
    10:00:00.15 192.168.1.5.1900 > 198.51.100.80.80: udp 341
    10:00:00.16 192.168.1.6.1900 > 198.51.100.80.80: udp 285
    10:00:00.17 192.168.1.6.1900 > 198.51.100.80.80: udp 294
    10:00:00.18 192.168.1.6.1900 > 198.51.100.80.80: udp 341
    10:00:00.19 192.168.1.7.1900 > 198.51.100.80.80: udp 285
    10:00:00.20 192.168.1.7.1900 > 198.51.100.80.80: udp 294
    10:00:00.21 192.168.1.7.1900 > 198.51.100.80.80: udp 341
    10:00:00.22 192.168.1.8.1900 > 198.51.100.80.80: udp 285
    10:00:00.23 192.168.1.8.1900 > 198.51.100.80.80: udp 294
    10:00:00.24 192.168.1.8.1900 > 198.51.100.80.80: udp 341
    10:00:00.25 192.168.1.9.1900 > 198.51.100.80.80: udp 285
    10:00:00.26 192.168.1.9.1900 > 198.51.100.80.80: udp 294
    10:00:00.27 192.168.1.9.1900 > 198.51.100.80.80: udp 341
    10:00:00.28 192.168.1.10.1900 > 198.51.100.80.80: udp 285
    10:00:00.29 192.168.1.10.1900 > 198.51.100.80.80: udp 294
    10:00:00.30 192.168.1.10.1900 > 198.51.100.80.80: udp 341
  """
  trace "one device" synthetic expect no-match """
    10:00:00.01 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.02 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.03 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.04 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.05 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.06 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.07 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.08 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.09 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.10 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.11 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.12 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.13 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.14 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.15 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.16 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.17 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.18 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.19 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.20 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.21 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.22 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.23 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.24 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.25 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.26 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.27 192.0.2.1.1900 > 198.51.100.80.80: udp 341
    10:00:00.28 192.0.2.1.1900 > 198.51.100.80.80: udp 285
    10:00:00.29 192.0.2.1.1900 > 198.51.100.80.80: udp 294
    10:00:00.30 192.0.2.1.1900 > 198.51.100.80.80: udp 341
  """
}
