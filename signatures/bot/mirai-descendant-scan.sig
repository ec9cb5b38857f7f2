signature mirai-descendant-scan {
  title      "Descendants of Mirai on other ports: the sequence number is the destination address"
  category   bot
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "late 2017 on"
  licence    "CC-BY-4.0"
  tags       scan, botnet, mirai, iot, exploit
  variant-of mirai-telnet-scan
  reference "Satori, bot/tel.c in ProjectZAR/satori at commit d866d44 (constants and address filter only)" url "https://github.com/ProjectZAR/satori"
  reference "Modules for other ports, Botnets/Self Reps/ADB/adb_scanner.c:92-146, HuaWei/huawei.c:89-142 and Realtek/realtek.c:96-149 in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for their header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "Mirai, mirai/bot/scanner.c:100-125, 205-235, 270 and 674-704 at commit 4889a6f (the raw SYN scanner and its list of excluded networks)" url "https://github.com/jgamblin/Mirai-Source-Code"
  reference "mirai.security.gives, How it works" url "https://mirai.security.gives/how_it_works.php"

  packet probe { tcp; flags == SYN; seq == dst; not dport in {23, 2323} }

  event by src gap 5m

  analysis {
    addresses "The source is real: an infected device. Destinations are random, with Mirai's exclusions or fewer."
    ports """
      In the sources that were read: 5555 (Android's debug bridge), 37215 (a Huawei router), 52869 (Realtek's UPnP), 8081, 8080, 80 and 443, by the
      exploit that each module carries. Observers name 8181, 9000, 7547 and 8443 as well. Several modules run at once: one source, several ports, the
      same relation.
    """
    flags "SYN alone."
    direction "An open port gets an ordinary connection and the exploit within seconds."
    time "160 to 1440 SYNs a second in most of the modules, up to 9999 in one."
    header """
      Read in the sources: sequence number = destination address, TTL 64 at the sender, 40 bytes, window and source port fixed per process, all as in
      Mirai, whose scanner was copied. The port tells the exploit, and with it the kind of device that the source is: it was infected the same way,
      more often than not.
    """
    bottom-line """
      The source is an infected device that looks for others with one certain fault. If the source is yours take it off the net; the port says which
      service let the bot in.
    """
  }

  hypothesis "A worm of devices made from Mirai" {
    verdict malicious
    weight strong
    because "The sequence number repeats the destination's 32 bits."
    test "Which ports does the source ask? Does it run the service that it looks for?"
  }
  hypothesis "A researcher's scan with the same stateless trick" {
    verdict unknown
    weight weak
    because "Any stateless scanner may put the address there."
    against "The known ones use a keyed hash."
    test "Who owns the source?"
  }

  false-positive "None natural is known: 1 in 4,294,967,296 by chance in one packet."
  blind-spot "Bots that changed the relation. Names such as Satori and ADB.miner are given to bots by their ports here; the named programs were not analysed."

  trace "two modules of one device" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 51, id 77, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.100.9.5555: Flags [S], seq 3325256713, win 31337, length 0
    12:00:00.006250 IP (tos 0x0, ttl 51, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.101.40.37215: Flags [S], seq 3325257000, win 31337, length 0
    12:00:00.012500 IP (tos 0x0, ttl 51, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.102.71.5555: Flags [S], seq 3325257287, win 31337, length 0
  """
  trace "the number is one more than the address" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 51, id 77, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.100.9.5555: Flags [S], seq 3325256714, win 31337, length 0
    12:00:00.006250 IP (tos 0x0, ttl 51, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.101.40.5555: Flags [S], seq 3325257001, win 31337, length 0
    12:00:00.012500 IP (tos 0x0, ttl 51, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.102.71.5555: Flags [S], seq 3325257288, win 31337, length 0
  """
}
