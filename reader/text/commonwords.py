"""Function words and the commonest words of news prose: shared by any two texts, so they prove nothing.

Written by hand for this project from general knowledge of the languages (English, German, French, Ukrainian, Russian,
Spanish). A word missing here costs index rows, not correctness: document frequencies weigh it down.
"""

_ENGLISH = """
a about after again against all almost also although always am among an and another any anyone are around as at away
back be became because become been before began being below between both but by called came can cannot can't come
could couldn't day days did didn't do does doesn't doing don't done down during each either else end enough even ever
every far few first following for found from further gave get give given go goes going gone got had hadn't has hasn't
have haven't having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in
including into is isn't it it'll it's its itself just keep kept know known largely last later least less let like
likely long made make makes making many may me might more most much must my myself near need never new next no none nor
not nothing now of off often on once one only onto or other others our ours out over own part past people per perhaps
put quite rather really s said same saw say saying says see seen set several she she'd she's should shouldn't since so
some something soon still such t take taken taking tell than that that's the their theirs them themselves then there
there's these they they'd they'll they're they've thing things think this those though three through thus time times to
today together told too took toward towards two under until up upon us use used using very want wanted was wasn't way
we we'd we'll we're we've week weeks well went were weren't what when where whether which while who whom whose why will
with within without won't work would wouldn't year years yes yet you you'd you'll you're you've your yours
added according asked
"""
_GERMAN = """
aber alle als also am an auch auf aus bei beim bin bis bist da damit dann das dass dem den denn der des die dies diese
diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa für gegen hat hatte hatten
haben hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ist ja jahr jahre jahren jedoch jetzt kann kein keine
können mehr mit muss nach nicht noch nur nun ob oder ohne sagte schon sei sein seine seinem seinen seiner seit sich sie
sind so soll sollen sowie über um und uns unter vom von vor war waren was weil wenn werden wie wieder wir wird wo worden
wurde wurden zu zum zur zwei zwischen
alles allem allen alleine andere anderen anderer anderes ausserdem ausserhalb beide beiden bereits bevor bisher bleibt
daher dabei dafür dagegen danach daran darauf daraus darin darüber darum darunter davon davor dazu dennoch denen deren
deshalb dessen diesmal ebenfalls ebenso einmal erst erste ersten erster etwas falls früher geben gegenüber gehen geht
genau gerade gestern gewesen gibt hätte hätten heute hinter immer innerhalb insgesamt jede jedem jeden jeder jedes
jemand jene kamen kommen kommt könne könnte könnten konnte konnten lassen lässt laut liegt machen macht mehrere meist
musste mussten müsse müssen nachdem neben nichts nie niemand obwohl rund sagen sagt sagten sehr selbst seither sogar
solche solchen sollte sollten später statt steht trotz trotzdem unser unsere unseren viel viele vielen vielleicht wann
wäre wären warum wegen weiter weitere weiteren weiterhin welche welchen welcher weniger wer während wolle wollen wollte
wollten würde würden zudem zuletzt zunächst zurück zuvor zwar zweite zweiten ohnehin allerdings hingegen schliesslich
"""
_FRENCH = """
a ai ainsi après au aussi autre aux avait avant avec avoir c ce ces cet cette ceux chez comme contre d dans de depuis
des deux dit donc du elle elles en encore entre est et été être eu fait il ils j je jour l la le les leur leurs lors
lui m mais même n ne non nos notre nous on ont ou où par pas plus pour qu quand que qui s sa sans se selon ses si son
sont sous sur t tous tout toute très un une va vers vous y à
alors aujourd'hui aujourd auquel autres avaient avons ayant beaucoup bien cela celle celles celui cependant certaines
certains chaque dernier dernière derniers derrière devant doit doivent dès durant eux faire fois hier ici jamais jours
jusqu jusqu'à laquelle lequel lorsque lorsqu mieux moins notamment parce parfois peu peut peuvent plusieurs pourquoi
pourrait premier première presque puis puisque quant quel quelle quelques rien sera serait seulement soit sommes souvent
surtout tandis telle toujours toutes vont étaient étant ans année années mois semaine afin déjà voire toutefois
néanmoins était aura aurait auraient seront c'est n'est d'un d'une qu'il qu'elle qu'ils qu'on l'on s'est n'a j'ai
"""
_SLAVIC = """
а або але без був була були було в вже від він вона вони все для до є з за зі із його її їх і й коли ми на не ні
один по при про та так також те ти то тому у хто це ці чи що як який яка які якщо був бы был была были было во вот все
всё да его ее её если еще ещё и из или их к как когда кто мы него нет но о об он она они от перед под после потому с
со так такой там тем того тоже только у уже чем что чтобы эта эти это этот я
"""
_SPANISH = """
al ante aunque cada como con contra cuando de del desde donde dos el ella ellos en entre era es esa ese eso esta este
esto está están fue fueron ha había han hasta la las le les lo los mas más me mientras muy no nos o otra otro para pero
por porque que qué se sea según ser si sido sin sobre son su sus también tan tiene todo todos tras un una uno y ya
"""

GERMAN_WORDS = frozenset(_GERMAN.split())
"""Those of German: a quarter of a German text and more, a tenth of an English one."""
COMMON_WORDS: frozenset[str] = frozenset(" ".join((_ENGLISH, _GERMAN, _FRENCH, _SLAVIC, _SPANISH)).split())
"""Folded words (see ``reader.text.shingles.fold_word``)."""
