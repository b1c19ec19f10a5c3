"""Words by which a line shows that it is not running text: prompts, source lines, dates, captions.

Every expression is anchored or bounded, so that a line costs time in its length only; lines longer than
``LONGEST`` are running text whatever they hold.
"""

import re

LONGEST = 600
"""Characters; the longest prompt or caption that was found in 750 articles had under 500."""

_PROMPT = re.compile(
    r"""(?ix)^[\W_]{0,4}(?:
    (?:read|watch|listen|hear|see|view|play|open|get|download|find|continue|follow|stream|try)\b[^.!?]{0,60}?
        \b(?:on|in|with|via|from|through|to)?\s*(?:the|our|its|a)\s(?:[\w’'&.\-]+\s){0,4}(?:mobile\s)?apps?\b
    |(?:click|tap|swipe|scroll)\s(?:here|below|through|the\slink|on|to|down|for|or|play|image)\b
    |click\s(?:to|through)\b
    |(?:sign|signing)\s?[\s-]?up\b(?=\W*$|\sme\sup|.{0,80}(?:for|to|here|now|newsletter|email|today))
    |(?:sign|log)\s?in\s(?:to|or|here|with)\b
    |(?:please\s)?subscribe\b(?=\W*$|\s(?:to|now|here|today|for|on|and)\b)
    |(?:please\s)?(?:register|create\san?\s(?:free\s)?account)\s(?:to|now|for|here|today)\b(?=.{0,60}(?:free|read|comment|access|continue|newsletter|here|$))
    |(?:get|receive|want|join|start)\b.{0,80}\b(?:newsletters?|in\syour\sinbox|to\syour\sinbox|email\salerts?|breaking\snews\salerts?)\b
    |(?:our|the|this)\s(?:free\s)?(?:daily|weekly|morning|evening)?\s?newsletters?\b.{0,60}(?:inbox|sign|subscri)
    |(?:like|follow|find|join|connect\swith|add)\s(?:us|me|him|her|them|@\w+|our\s(?:page|channel))\b
        (?=\W*$|.{0,60}(?:\bon\s(?:twitter|x|facebook|instagram|threads|bluesky|mastodon|youtube|whatsapp|telegram|tiktok|linkedin|social|google)\b|@\w|https?:))
    |(?:follow|e-?mail|contact|reach)\b.{0,60}(?:@\w|\bon\s(?:twitter|x|facebook|instagram|threads|bluesky|mastodon|youtube|whatsapp|telegram|tiktok)\b)
    |(?:read\sor\s)?share\s(?:this|on|via|with|article|story)\b
    |(?:read|see|watch|find\sout|learn|load|show|view|discover)\s(?:more|next|also|all|comments)\b(?=\W*$|\s*[:>»→|…]|\s(?:on|about|from|here|at|in|of|stories|news|articles|comments)\b)
    |(?:read|see)\s(?:the\s)?(?:rest|full\s(?:story|article|report|text|piece|post|column)|whole\s\w+|it\sall|entire\s\w+)\b
    |continue\sreading\b(?=\W*$|.{0,80}$)
    |(?:also|must)\s(?:read|see|watch)\b(?=\W|$)
    |(?:read|see|watch|listen|more|also|related|recommended|trending|plus|next|up\snext|video|gallery|photos|in\spictures|
        in\scase\syou\smissed\sit|don[’']?t\smiss|you\smay\salso\slike|editor[’']?s[’']?\spicks?|related\s(?:stories|story|articles?|coverage|news|content|links|topics|videos?)|
        most\s(?:read|popular|viewed)|popular\snow|more\s(?:stories|coverage|news|headlines|reading|from\s.{1,40}))\s*(?::|[|»>→]|\W*$)(?=\s|$)
    |more\s(?:on|about)\sthis\s(?:story|topic)\b
    |more\sfrom\s(?:the\s)?[A-Z][\w.&’' ]{1,40}$
    |you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested)
    |(?:story|article|post|text|content)\scontinues\s(?:below|after|under|beneath)\b
    |advertisement\b(?=\W*$|.{0,40}(?:continue|below|scroll|skip))
    |(?:sponsored|promoted|paid)\s(?:content|by|post|links?|stories)\b.{0,40}$
    |(?:skip|jump)\s(?:to|past)\s(?:advert|ad|content|main|newsletter|promotion|in|the)\b
    |(?:we|this\s(?:site|website|page)|our\s(?:site|website|partners))\suses?\scookies\b
    |(?:by\s(?:continuing|using|clicking|signing|submitting|subscribing)|please\s(?:enable|disable|allow|accept|turn\soff))\b.{0,160}
        \b(?:cookies?|javascript|ad[\s-]?block(?:er|ing)?|terms|privacy|consent|newsletters?)\b
    |(?:accept|reject|manage|allow)\s(?:all\s)?(?:cookies|preferences)\b
    |(?:enable|turn\son)\s(?:javascript|notifications|cookies)\b
    |(?:leave|post|write|add|submit|read|view|show|hide|load)\s(?:a\s|your\s|all\s|the\s)?(?:\d+\s)?(?:comments?|reply|thoughts)\b(?=.{0,30}$)
    |(?:\d+\s)?comments?\s?(?:\(\d+\)|\d+|(?:are|have\sbeen)\s(?:now\s)?(?:closed|off|disabled)(?:\s(?:for|on)\s(?:this|the)\s\w+)?|below)?\W*$
    |join\s(?:the|our)\s(?:conversation|discussion|debate|community|channel|mailing\slist|whatsapp|telegram)\b
    |(?:have|got|do\syou\shave)\s(?:a|any)\s(?:news\s)?(?:tip|story|confidential\stip|question)s?\b.{0,80}\?
    |what\sdo\syou\sthink\?.{0,60}$
    |(?:let\sus\sknow|tell\sus)\b.{0,60}\b(?:comments?|below|think)\b
    |(?:help\s)?support\s(?:our|independent|local|quality|this|my|us)\b.{0,40}\b(?:journalism|work|newsroom|reporting|site|podcast|patreon|today)\b.{0,40}$
    |donate\b(?=\W*$|\s(?:to|today|now|here)\b.{0,60}$)
    |become\sa(?:n)?\s(?:[\w’']+\s)?(?:member|subscriber|supporter|patron)\b.{0,60}$
    |(?:send|submit|e-?mail)\s(?:us|your|tips|story\sideas|letters|corrections|comments)\b.{0,60}(?:\bto\b|@|at\b)
    |(?:print|e-?mail|share|tweet|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|copy\slink|pocket|flipboard|instapaper|pin|messenger|save|comment)
        (?:[\s,|/·•]+(?:print|e-?mail|share|tweet|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|copy\slink|pocket|flipboard|instapaper|pin|messenger|save|comment|this|on|via|x)){0,12}\W*$
    |(?:watch|listen\sto|play)\s(?:the\s)?(?:full\s)?(?:video|interview|episode|podcast|clip|live|audio)\b.{0,60}(?:below|above|here|:|now|$)
    |(?:this\s(?:article|story|content)\sis\s(?:free|available|for)\b.{0,60}(?:subscribers?|members?|readers?|registered))
    |already\s(?:a|have\san?)\s(?:subscriber|member|account)\b
    |(?:load|loading|see|view)\s(?:more|\.\.\.|…)\W*$
    |(?:now|recommended)\s(?:playing|videos?)\b.{0,100}$
    |listen\sto\sthis\s(?:article|story)\b
    |(?:related|recommended|top|latest|trending|popular|breaking)\s(?:stories|articles|news|videos?|now|in\s\w+|news\semails?)\W*$
    |(?:close|replay|fullscreen|embed|menu|search|loading|play|pause|mute|next|previous|show\smore|hide|show|gallery|slideshow|image\s\d+\sof\s\d+|close\sshare\spanel)\W*$
    |back\sto\s(?:top|the\stop|home)\W*$
    )""",
)
_LIST_HEADER = re.compile(
    r"(?i)^[\W_]{0,4}(?:related|recommended|trending|popular|read\s(?:more|next|also)|also\sread|see\salso|more|most\s(?:read|popular|viewed)|"
    r"top\sstories|latest|you\smay\salso\slike|don[’']?t\smiss|up\snext|editors?[’']?s?[’']?\spicks?)"
    r"(?:\s(?:stories|story|articles?|content|coverage|news|links|reading|headlines|videos?|now|on\s.{1,25}|from\s.{1,25}|in\s.{1,20}))?\W*$"
)
_HERE = re.compile(
    r"(?i)\b(?:click|tap|sign\s?up|subscribe|register|download)\s+(?:it\s+)?here\b"
    r"|\bsign\s?up\sfor\s(?:our|the|his|her)\s.{0,50}newsletter"
)

_SOURCE = re.compile(
    r"""(?ix)^[\W_]{0,4}(?:
    (?:(?:original|article|news|image)\s){0,2}(?:sources?|quellen?|fuente)\s?(?:of\s(?:this\s)?(?:article|story))?\s?:\s?\S
    |original\s(?:article|story|report|post|text)\s?:
    |(?:via|h/t|hat\stip|hat-tip|with\sinformation\sfrom)\s?:?\s[A-Z@]\S*(?:\s\S+){0,7}$
    |(?:this|the)\s(?:article|story|report|post|piece|column|essay|op-ed|interview|item|content|text|version|analysis)\b.{0,60}
        \b(?:appear(?:ed|s)|published|posted|republished|reprinted|syndicated|produced|reported|written\sby|translated|provided\sby|adapted|excerpted|courtesy)\b
    |the\spost\s.{1,200}\s(?:appeared\sfirst|first\sappeared)\son\b
    |(?:originally|first|previously)\s(?:published|appeared|posted|reported)\b
    |(?:published|republished|reprinted|reproduced|posted|used|syndicated|distributed)\s(?:here\s)?(?:with|by|under|from|in|courtesy)\b.{0,80}(?:permission|licen[cs]e|courtesy|agreement|originally|syndicat)
    |(?:©|\(c\)\s?(?:19|20)\d\d|copyright\b)
    |all\srights\sreserved
    |\(?(?:additional\s|further\s|with\s|some\s|original\s)?(?:reporting|writing|compiled|translat(?:ed|ion)|editing|edited|produced|production|research)\s(?:by|from|contributed)\b
    |(?:additional|with)\s(?:reporting|files|material|information|input|contributions?)\s(?:by|from)\b
    |[\(—–-]{0,2}\s?(?:(?:with|by)\s)?(?:files|reporting|material|inputs?|agency\sinputs|agencies)\s(?:from|by)\s.{2,80}$
    |.{2,120}\bcontributed\s(?:(?:additional\s)?(?:reporting|research)\s)?(?:(?:to|for)\s(?:this|the)\s(?:\w+\s)?(?:report|story|article|piece|post|analysis|review|coverage)|(?:reporting|research)?\s?from\s[A-Z])\b
    |.{2,120}\bcontributed(?:\s(?:reporting|to\sthis\s\w+))?\.?$
    |.{2,60}\bwriters?\s.{2,80}\bcontributed\b
    |(?:to\s(?:see|read|view)\s)?(?:the\s)?(?:original|full)\s(?:article|story|report|version)\s(?:can\sbe|is|was|at|on|here)\b
    |reporting\sby\b
    |[^.!?]{2,60}\breported\sfrom\s[A-Z][^.!?]{2,80}\.(?:\s[^.!?]{2,80}\bcontributed\b.{0,80})?$
    )"""
)
_TELLS = re.compile(
    r"(?i)the\s\w+,\s[^,.]{2,80},\s(?:also\s|has\s|had\s)?(?:said|says|f(?:ou|i)nds?|show(?:s|ed|n)|warn(?:s|ed)|"
    r"claim(?:s|ed)|conclude[sd]|recommend(?:s|ed)|reveal(?:s|ed)|suggest(?:s|ed)|argue[sd]|state[sd]|note[sd])\b"
)
"""«The report, published on Monday, said that ...» tells what somebody says."""
_REPUBLISHED = re.compile(
    r"(?i)\b(?:originally|first)\s(?:published|appeared|posted)\s(?:on|in|at|by)\s(?:the\s)?(?-i:[A-Z])|"
    r"\boriginal\sarticle\son\s|"
    r"\b(?:republished|reprinted)\s(?:here\s)?(?:with|by)\spermission\b"
)

WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
FULL_DATE = rf"(?:{MONTH}\s\d{{1,2}},?\s(?:19|20)\d\d|\d{{1,2}}\.?\s{MONTH},?\s(?:19|20)\d\d)"
_DATE_LINE = re.compile(
    rf"""(?ix)[\W_]{{0,3}}(?:(?:first\s|last\s)?(?:published|updated|posted|modified|created|on|date)\b:?\s*(?:on\s|at\s)?)?
    (?:{WEEKDAY},?\s*)?(?:{FULL_DATE}|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)?\d\d)
    [\s,|·•@–—\-]*(?:at\s)?(?:\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:[A-Z]{{2,4}})\)?)?)?[\s,|·•–—\-]*
    (?:\d{{1,2}}\smin(?:ute)?s?\sread)?\W*$"""
)
_STAMP = re.compile(
    rf"(?i)^[^.!?]{{0,80}}(?:published|posted|updated)\s(?:at\s|on\s)?(?:\d{{1,2}}:\d\d\s[ap]\.?m\.?\s(?:[a-z]{{2,4}}\s)?(?:on\s)?)?{FULL_DATE}.{{0,50}}$"
)
"""A name with «Published 7:05 a.m. MT July 16, 2018» glued behind it."""
_SIGNED = re.compile(
    rf"(?i)(?:by\s)?[^.!?,]{{2,50}}\s[-–—|•]\s(?:{WEEKDAY},?\s)?{FULL_DATE}(?:\s(?:at\s)?\d{{1,2}}:\d\d\s?(?:[ap]\.?m\.?)?(?:\s[a-z]{{2,4}})?)?[\s)|]*$"
    rf"|\d{{1,2}}:\d\d\s?[ap]\.?m\.?\s(?:[a-z]{{2,4}},?\s)?(?:{WEEKDAY},?\s)?(?:{FULL_DATE}|\d\d/\d\d/\d{{4}})\W*$"
)
"""«by First Example - Jul 15, 2018 5:23 pm», «7:32 am CDT, Sunday, July 15, 2018»."""
_AGE_LINE = re.compile(
    r"(?ix)^(?:(?:published|updated|posted|modified)\W.{0,60}(?:ago|\d{4}|[ap]\.?m\.?\W.{0,12}|\d\d:\d\d\s?\w{0,4})|\d+\s?(?:m|h|d|w|min(?:ute)?s?|hours?|days?|weeks?)\s(?:ago|read))\W*$"
)


def is_promotion(line: str) -> bool:
    """Tell whether a line asks the reader to do something: app, newsletter, comment, share, cookie, «Read more:»."""
    if len(line) > LONGEST or len(line.split()) > 60:
        return False
    if _PROMPT.match(line):
        return len(line.split()) <= 40
    return len(line.split()) <= 40 and bool(_HERE.search(line))


def is_list_header(line: str) -> bool:
    """Tell whether a line stands above headlines of other articles («Related stories», «More from Sport:»)."""
    return len(line) <= 60 and bool(_LIST_HEADER.match(line))


def is_source_line(line: str) -> bool:
    """Tell whether a line says where the article is from: «Source:», «originally appeared on», ©, «Reporting by»."""
    if len(line) > LONGEST or len(line.split()) > 60 or _TELLS.match(line):
        return False
    return bool(_SOURCE.match(line)) or (len(line.split()) <= 25 and bool(_REPUBLISHED.search(line)))


def is_date_line(line: str) -> bool:
    """Tell whether a line holds a date or age and nothing else («Monday, May 18, 2015», «5 min read»)."""
    if len(line) > 160:
        return False
    return bool(_DATE_LINE.match(line) or _AGE_LINE.match(line) or _STAMP.search(line) or _SIGNED.match(line))
