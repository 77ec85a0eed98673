"""The words and letters of many languages that mean something in coordinates.

A word stands here once, with what it means and, where only one language has it, that language:
it settles letters such as O, which is east in German and west in French.
"""

from dataclasses import dataclass
from enum import IntEnum, auto


class TokenKind(IntEnum):
    """What a token is; numbers, as the hash of other enumerations is slow."""

    NUMBER = auto()
    DOTTED = auto()  # 27.15.45: degrees, minutes and seconds, or a version, date or address
    SIGN = auto()
    MARK = auto()  # the value is d, m or s
    LETTER = auto()  # the value is n, s, e, w, or a letter that a language gives a meaning
    LABEL = auto()  # the value is lat or lon
    SEPARATOR = auto()
    JOIN = auto()  # a colon or a dash between two numbers
    KNOWN = auto()  # says nothing of its own: Coordinates, GPS, position
    WORD = auto()  # any other word
    SYMBOL = auto()  # any other sign


@dataclass(frozen=True, slots=True)
class Word:
    """What a word means.

    Attributes:
        kind: MARK, LETTER, LABEL or KNOWN.
        value: which of these, as at `TokenKind`.
        language: whose word it is, where it is of one only.
    """

    kind: TokenKind
    value: str = ""
    language: str | None = None


_MARKS = {
    ("d", None): "d deg degs degree degrees degres degré degrés gradi grados graus graden grader "
    "stopni stopnie stupňů stupne stupně град градус градуса градусов градусів μοίρες "
    "derece astetta astet asteen grade 度 도 डिग्री अंश laipsnių",
    ("m", None): "m min mins minute minutes minuti minutos minuts minuter minutter minut minuty "
    "minuten minuuttia мин минут минуты хвилин λεπτά dakika perc ívperc 分 분 मिनट",
    ("s", None): "sec secs second seconds seg sek sekund sekunden sekunder sekundy sekuntia "
    "seconden secondes secondi segundos сек секунд секунды δευτερόλεπτα saniye másodperc mp "
    "ívmásodperc 秒 초 सेकंड",
    ("d", "german"): "grad",
}  # fmt: skip

#: What stands for a direction in one word or more; a word of it may end with a point.
_DIRECTIONS = {
    ("n", None): "north northern nord noord septentrional",
    ("s", None): "south southern",
    ("e", None): "east eastern",
    ("w", None): "west western",
    ("n", "german"): "norden nördliche_breite nördlicher_breite nördl_breite nördl_br n_br",
    ("s", "german"): "süd sued süden südliche_breite südlicher_breite südl_breite südl_br s_br",
    ("e", "german"): "ost osten östliche_länge östlicher_länge östl_länge östl_l ö_l",
    ("w", "german"): "westen westliche_länge westlicher_länge westl_länge westl_l w_l",
    ("n", "dutch"): "noorden noorderbreedte nb n_b",
    ("s", "dutch"): "zuid zuiden zuiderbreedte zb z_b",
    ("e", "dutch"): "oost oosten oosterlengte ol o_l",
    ("w", "dutch"): "westerlengte wl",
    ("n", "romance"): "norte latitude_nord latitud_norte latitude_norte latitudine_nord lat_nord",
    ("s", "romance"): "sud sur sul latitude_sud latitud_sur latitude_sul latitudine_sud lat_sud",
    ("e", "romance"): "est este leste longitude_est longitud_este longitude_leste longitudine_est",
    ("w", "romance"): "ouest oeste ovest oest longitude_ouest longitud_oeste longitude_oeste "
    "longitudine_ovest",
    ("n", "nordic"): "norr nordlig_bredd nordlig_bredde nordlig_breddegrad n_br_gr",
    ("s", "nordic"): "syd söder sør sydlig_bredd sydlig_bredde sørlig_bredde",
    ("e", "nordic"): "öst öster øst östlig_längd østlig_lengde østlig_længde",
    ("w", "nordic"): "väst väster vest västlig_längd vestlig_lengde vestlig_længde",
    ("n", "finnish"): "pohjoista pohjoinen pohjoista_leveyttä",
    ("s", "finnish"): "etelää etelä eteläistä_leveyttä",
    ("e", "finnish"): "itää itä itäistä itäistä_pituutta",
    ("w", "finnish"): "länttä länsi läntistä läntistä_pituutta",
    ("n", "estonian"): "põhjalaiust põhjalaius",
    ("s", "estonian"): "lõunalaiust lõunalaius",
    ("e", "estonian"): "idapikkust idapikkus",
    ("w", "estonian"): "läänepikkust läänepikkus",
    ("n", "czech"): "s_š sš sev_š severní_šířky severní_šířka severnej_šírky s_z_š",
    ("s", "czech"): "j_š jš jižní_šířky jižní_šířka južnej_šírky",
    ("e", "czech"): "v_d vd východní_délky východní_délka východnej_dĺžky",
    ("w", "czech"): "z_d zd západní_délky západní_délka západnej_dĺžky",
    ("n", "slovenian"): "s_g_š sgš severne_geografske_širine",
    ("s", "slovenian"): "j_g_š jgš južne_geografske_širine",
    ("e", "slovenian"): "v_g_d vgd i_g_d igd vzhodne_geografske_dolžine",
    ("w", "slovenian"): "z_g_d zgd zahodne_geografske_dolžine",
    ("n", "polish"): "północ płn pn szer_płn szer_geogr_płn szerokości_północnej",
    ("s", "polish"): "południe płd pd szer_płd szer_geogr_płd szerokości_południowej",
    ("e", "polish"): "wschód wsch dł_wsch dł_geogr_wsch długości_wschodniej",
    ("w", "polish"): "zachód zach dł_zach dł_geogr_zach długości_zachodniej",
    ("n", "russian"): "с_ш сш север северной_широты северная_широта",
    ("s", "russian"): "ю_ш юш юг южной_широты южная_широта",
    ("e", "russian"): "в_д вд восток восточной_долготы восточная_долгота",
    ("w", "russian"): "з_д зд запад западной_долготы западная_долгота",
    ("n", "ukrainian"): "пн_ш пн північ північної_широти",
    ("s", "ukrainian"): "пд_ш пд південь південної_широти",
    ("e", "ukrainian"): "сх_д сх схід східної_довготи",
    ("w", "ukrainian"): "зх_д зх захід західної_довготи",
    ("n", "bulgarian"): "с_г_ш сгш северна_ширина северна_географска_ширина",
    ("s", "bulgarian"): "ю_г_ш ј_г_ш јгш южна_ширина",
    ("e", "bulgarian"): "и_д изток и_г_д игд исток източна_дължина",
    ("w", "bulgarian"): "з_г_д згд западна_дължина",
    ("n", "hungarian"): "é_sz ész északi_szélesség északi_szélességi északi",
    ("s", "hungarian"): "d_sz déli_szélesség déli_szélességi déli",
    ("e", "hungarian"): "k_h keleti_hosszúság keleti_hosszúsági keleti",
    ("w", "hungarian"): "ny_h nyugati_hosszúság nyugati_hosszúsági nyugati",
    ("n", "lithuanian"): "š_pl šiaurės_platumos šiaurės_platuma",
    ("s", "lithuanian"): "p_pl pietų_platumos pietų_platuma",
    ("e", "lithuanian"): "r_ilg rytų_ilgumos rytų_ilguma",
    ("w", "lithuanian"): "v_ilg vakarų_ilgumos vakarų_ilguma",
    ("n", "latvian"): "z_pl z_p ziemeļu_platums ziemeļu_platuma",
    ("s", "latvian"): "d_pl d_p dienvidu_platums dienvidu_platuma",
    ("e", "latvian"): "a_g a_gar austrumu_garums austrumu_garuma",
    ("w", "latvian"): "r_g r_gar rietumu_garums rietumu_garuma",
    ("n", "turkish"): "kuzey kuzey_enlemi kuzey_paraleli",
    ("s", "turkish"): "güney güney_enlemi güney_paraleli",
    ("e", "turkish"): "doğu doğu_boylamı doğu_meridyeni",
    ("w", "turkish"): "batı batı_boylamı batı_meridyeni",
    ("n", "greek"): "βόρεια βόρειο_πλάτος βόρειο β_πλάτος",
    ("s", "greek"): "νότια νότιο_πλάτος νότιο ν_πλάτος",
    ("e", "greek"): "ανατολικά ανατολικό_μήκος ανατολικό α_μήκος",
    ("w", "greek"): "δυτικά δυτικό_μήκος δυτικό δ_μήκος",
    ("n", "indonesian"): "lu lintang_utara",
    ("s", "indonesian"): "ls lintang_selatan",
    ("e", "indonesian"): "bt bujur_timur",
    ("w", "indonesian"): "bb bujur_barat",
    ("n", "hindi"): "उत्तर उत्तरी",
    ("s", "hindi"): "दक्षिण दक्षिणी",
    ("e", "hindi"): "पूर्व पूर्वी",
    ("w", "hindi"): "पश्चिम पश्चिमी",
    ("n", "chinese"): "北纬 北緯 北",
    ("s", "chinese"): "南纬 南緯 南",
    ("e", "chinese"): "东经 東經 東経 东 東",
    ("w", "chinese"): "西经 西經 西経 西",
    ("n", "korean"): "북위 북",
    ("s", "korean"): "남위 남",
    ("e", "korean"): "동경 동",
    ("w", "korean"): "서경 서",
}  # fmt: skip

_LABELS = {
    ("lat", None): "lat lati latitude latit latitudes",
    ("lon", None): "lon long lng longi longitude longit longitudes",
    ("lat", "german"): "breite breitengrad geographische_breite geogr_breite",
    ("lon", "german"): "länge laenge längengrad geographische_länge geogr_länge",
    ("lat", "romance"): "latitud latitudine",
    ("lon", "romance"): "longitud longitudine",
    ("lat", "dutch"): "breedtegraad breedte",
    ("lon", "dutch"): "lengtegraad lengte",
    ("lat", "nordic"): "breddegrad breddgrad bredd bredde",
    ("lon", "nordic"): "lengdegrad længdegrad längdgrad längd lengde længde",
    ("lat", "finnish"): "leveysaste leveyspiiri leveys",
    ("lon", "finnish"): "pituusaste pituuspiiri pituus",
    ("lat", "czech"): "šířka šírka zeměpisná_šířka zemepisná_šírka",
    ("lon", "czech"): "délka dĺžka zeměpisná_délka zemepisná_dĺžka",
    ("lat", "polish"): "szerokość szerokość_geograficzna",
    ("lon", "polish"): "długość długość_geograficzna",
    ("lat", "slovenian"): "širina geografska_širina zemljopisna_širina",
    ("lon", "slovenian"): "dolžina dužina geografska_dolžina geografska_dužina",
    ("lat", "hungarian"): "szélesség szélességi_fok",
    ("lon", "hungarian"): "hosszúság hosszúsági_fok",
    ("lat", "lithuanian"): "platuma",
    ("lon", "lithuanian"): "ilguma",
    ("lat", "latvian"): "platums",
    ("lon", "latvian"): "garums",
    ("lat", "estonian"): "laiuskraad laius",
    ("lon", "estonian"): "pikkuskraad pikkus",
    ("lat", "turkish"): "enlem",
    ("lon", "turkish"): "boylam",
    ("lat", "greek"): "πλάτος γεωγραφικό_πλάτος",
    ("lon", "greek"): "μήκος γεωγραφικό_μήκος",
    ("lat", "russian"): "широта шир",
    ("lon", "russian"): "долгота долг",
    ("lat", "ukrainian"): "широта",
    ("lon", "ukrainian"): "довгота",
    ("lat", "bulgarian"): "географска_ширина",
    ("lon", "bulgarian"): "географска_дължина дължина географска_дужина",
    ("lat", "indonesian"): "lintang",
    ("lon", "indonesian"): "bujur",
    ("lat", "hindi"): "अक्षांश",
    ("lon", "hindi"): "देशांतर देशान्तर रेखांश",
    ("lat", "chinese"): "纬度 緯度",
    ("lon", "chinese"): "经度 經度 経度",
    ("lat", "korean"): "위도",
    ("lon", "korean"): "경도",
}  # fmt: skip

#: What stands before or around coordinates and says nothing of them.
_KNOWN = {
    None: "coordinate coordinates coords coord gps gnss geo position location camera_location "
    "object_location latlng latlon latlong pos loc wgs datum_wgs point pin dropped_pin marker here "
    "decimal dd dms dmm ddm of is are at am my the",
    "german": "koordinaten koordinate gps-koordinaten gps-position geokoordinaten standort "
    "kamerastandort kamerastandpunkt aufnahmeort lage meine",
    "romance": "coordonnées coordenadas coordenades coordonnees ubicación ubicacion posición "
    "posicion posição posicao posizione localización localisation localização emplacement "
    "géographiques geográficas geografiche coordinate_geografiche ma mi",
    "dutch": "coördinaten coordinaten locatie positie",
    "nordic": "koordinater koordinat placering posisjon plats läge",
    "finnish": "koordinaatit sijainti",
    "czech": "souřadnice súradnice poloha",
    "polish": "współrzędne położenie pozycja lokalizacja",
    "slovenian": "koordinate_kraja",
    "hungarian": "koordináták koordináta helyzet",
    "lithuanian": "koordinatės",
    "latvian": "koordinātas",
    "estonian": "koordinaadid",
    "turkish": "koordinatlar konum",
    "greek": "συντεταγμένες θέση",
    "russian": "координаты местоположение",
    "ukrainian": "координати розташування",
    "hindi": "निर्देशांक स्थान",
    "chinese": "坐标 座標 坐標 位置 経緯度 经纬度 經緯度",
    "korean": "좌표 위치",
    "indonesian": "koordinat_lokasi lokasi",
}  # fmt: skip


def _table() -> dict[tuple[str, ...], Word]:
    """Make one table of words and of phrases, each a tuple of its words."""
    table: dict[tuple[str, ...], Word] = {}
    for kind, group in (
        (TokenKind.MARK, _MARKS),
        (TokenKind.LABEL, _LABELS),
        (TokenKind.LETTER, _DIRECTIONS),
    ):
        for (value, language), words in group.items():
            for word in words.split():
                table.setdefault(tuple(word.split("_")), Word(kind, value, language))
    for language, words in _KNOWN.items():
        for word in words.split():
            table.setdefault(tuple(word.split("_")), Word(TokenKind.KNOWN, "", language))
    return table


#: Words and phrases in lower case, without their points.
WORDS = _table()
MOST_WORDS = max(map(len, WORDS))
