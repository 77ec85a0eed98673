"""Words that may stand around coordinates, and what they say of them; in lower case.

English first, then German, French, Spanish, Italian, Portuguese, Dutch, the Nordic, Slavic and
Baltic languages, Finnish, Hungarian, Turkish, Greek, Hindi, Chinese, Japanese and Korean.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: The camera was somewhere else than at the coordinates, or these are in another system or on
#: another globe.
ELSEWHERE = _words("""
    near nearby nearest close away off distance km mile miles between towards toward opposite behind
    beside besides beyond next adjacent not isn't wasn't aren't never instead wrong incorrect former
    formerly previously outside without from northeast northwest southeast southwest north-east
    north-west south-east south-west northeastern northwestern southeastern southwestern far across
    nahe nähe neben unweit entfernt zwischen gegenüber hinter nicht kein keine falsch statt
    richtung außerhalb nordost nordwest südost südwest nordöstlich nordwestlich südöstlich
    südwestlich nördlich südlich östlich westlich kilometer meilen
    près proche entre loin derrière côté face pas faux éloigné distante kilomètres nord-est
    nord-ouest sud-est sud-ouest hors
    cerca junto lejos detrás frente lado distancia falso kilómetros noreste noroeste sureste
    suroeste nordeste sudeste sudoeste fuera
    vicino presso tra fra lontano dietro accanto non distanza chilometri
    perto próximo longe atrás não distância quilómetros quilômetros
    nabij dichtbij naast tussen tegenover niet geen buiten afstand noordoost noordwest zuidoost
    zuidwest noordelijk zuidelijk oostelijk westelijk
    nära nær ved bredvid mellan mellem mellom inte ikke utenfor utanför udenfor ej norrut söderut
    nordost sydost sydväst nordväst nordøst sydøst sydvest nordvest
    lähellä vieressä välissä ei vastapäätä pohjoiseen etelään itään länteen
    blisko koło obok niedaleko między nie naprzeciw odległość poza
    blízko poblíž vedle mezi není naproti vedľa medzi nieje severně jižně východně západně
    severne južne východne západne blizu pored kod između nije sjeverno južno istočno zapadno
    severno vzhodno zahodno
    közel közelében mellett között nem távolságra északra délre keletre nyugatra
    netoli arti šalia tarp tuvu blakus starp nav lähedal kõrval vahel
    yakın yakını yakınında yanında arasında değil kuzeyinde güneyinde doğusunda batısında
    κοντά δίπλα μεταξύ όχι δεν
    рядом около возле недалеко близ вблизи между не нет напротив севернее южнее восточнее западнее
    біля поруч між близо до край није близу поред
    पास निकट नहीं
    moon mars lunar martian venus mond luna lune månen луна місяць
    gcj bd nad bessel pulkovo datum utm mgrs
    """)

#: The same in scripts without blanks between words: these are parts of what looks like one word.
ELSEWHERE_PARTS = _words("""
    附近 旁边 旁邊 靠近 不是 距离 距離 以北 以南 以东 以東 以西 之间 之間
    近く 付近 周辺 隣 ではない
    근처 부근 옆 사이 아니
    """)

#: After a direction these say that it is meant from somewhere else: north of, au nord de.
OF = _words("of de du des del di da do von vom van der om for od від од του της από")

APPROXIMATE = _words("""
    approx approximate approximately about around roughly estimated circa ca ungefähr etwa
    geschätzt environ approximatif approximativement aproximadamente aprox aproximado ongeveer
    cirka ungefär omtrent noin około przibližně přibližně přibližne približno körülbelül kb yaklaşık
    περίπου примерно приблизительно приблизно लगभग 大约 約 约 약
    """)

#: Between two coordinates with letters or labels these only join them.
CONNECTIVES = _words("and by und et y e i és ve og och en ja и та x")

#: Beside a number these make it an amount, a price or a measure.
UNITS = _words("""
    m km ft feet foot mi mile miles yd in inch inches cm mm kg g lb lbs oz l ml ha acres px pt em
    am pm h hr hrs hours usd eur gbp euro euros dollar dollars percent mph kmh kph hz mb gb kb
    th st nd rd мм см м км кг руб 米 公里 元 円 원
    """)

#: Labels of coordinates that also mean the width and length of a thing.
DIMENSIONS = _words("""
    breite länge laenge breedte lengte bredd bredde längd lengde længde leveys pituus šířka šírka
    délka dĺžka szerokość długość širina dolžina dužina szélesség hosszúság platums garums laius
    pikkus πλάτος μήκος дължина
    """)

#: Words that mean a direction, a label or a mark beside a number, and something else in a sentence:
#: `Ma position est 48.2, 16.3`, `a long walk`.
HOMOGRAPHS = _words("est este sur sud long second minute minutes min grad pn d m lon")
