"""File descriptions that no list names: recognised by their parameters.

Museums, archives and import projects have hundreds of infoboxes of their own (docs/facts.md §1.3).
What they share is what they describe.
"""

import re

from mwparserfromhell.nodes import Template

#: With so many of the parameters below a template describes a file.
_ENOUGH = 3

#: Parameters of file descriptions, in lower case and with plain blanks: those of Commons' own
#: templates, and what the infoboxes of other projects call the same, by language.
_PARAMETERS = """
title, titles, original title, short title, archive title, object title, headline, name of object
description, desc, short description, wiki description, caption, original caption, scope and content
date, original date, date of creation, creation date, date created, date taken, date of photo
source, author, artist, creator, photographer, photograph by, artist or maker, manufacturer
permission, permissions, license, licence, credit line, other versions, other version, other fields
accession number, object number, inventory number, local identifier, shelf mark, general notes
institution, collection, department, medium, technique, dimensions, object type, notes
depicted people, depicted person, depicted place, place of creation, object history, provenance

titel, originaltitel, beschreibung, bildbeschreibung, datum, aufnahmedatum, quelle, urheber, autor
fotograf, fotografin, künstler, genehmigung, lizenz, andere versionen, anmerkungen, inventarnummer
titre, légende, date de création, auteur, photographe, artiste, autres versions
numéro d'inventaire
título, titulo, descripción, descripcion, fecha, fuente, fotógrafo, permiso, otras versiones
descrição, descricao, data, fonte, permissão, licença, licenca, outras versões
títol, descripció, font, permís, altres versions
titolo, descrizione, autore, fotografo, permesso, licenza, altre versioni
beschrijving, omschrijving, bron, fotograaf, maker, toestemming, licentie, andere versies
tytuł, opis, źródło, pozwolenie, licencja, inne wersje, název, popis, zdroj, povolení
beskrivning, källa, skapare, upphovsman, tillstånd, andra versioner, beskrivelse, kilde, dato
forfatter, tillatelse, tilladelse, kuvaus, lähde, päiväys, päivämäärä, tekijä, lupa
leírás, forrás, dátum, szerző, engedély, descriere, sursă, sursa, dată
açıklama, kaynak, tarih, yazar, izin
название, описание, источник, дата, время создания, автор, фотограф, разрешение, лицензия
другие версии, назва, опис, джерело, час створення, дозвіл, ліцензія, інші версії
περιγραφή, πηγή, ημερομηνία, δημιουργός, τίτλος, כותרת, תיאור, מקור, תאריך, יוצר, צלם
الوصف, وصف, المصدر, مصدر, التاريخ, تاريخ, المؤلف, مؤلف, العنوان, عنوان, শিরোনাম, বিবরণ, উৎস, তারিখ
タイトル, 題名, 説明, 解説, 出典, 原典, 日付, 作成日, 作者, 著作者, 撮影者, 許可, ライセンス
标题, 標題, 描述, 说明, 說明, 来源, 來源, 日期, 摄影者, 攝影者, 许可, 許可協議, 授權, 其他版本
제목, 설명, 출처, 날짜, 저작자, 만든이, 저자
"""  # noqa: RUF001 - letters of other alphabets are meant
_KNOWN = frozenset(name.strip().casefold() for name in re.split(r"[,\n]", _PARAMETERS)) - {""}

#: Templates that have some of these parameters too, but describe where a file was published, who
#: must be named, or what it was made from.
_SOMETHING_ELSE = re.compile(
    r"published\b|cite\b|citation\b|credit line\b|attribution\b|extracted\b|derived\b|"
    r"image extracted\b|retouched\b|self\b|cc\b|pd\b|gfdl\b|licen[sc]e|permission|"
    r"(?:original )?(?:upload|description)\b|information field\b|#(?!invoke:)",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[\s_]+")


def describes_a_file(name: str, template: Template) -> bool:
    """Tell whether a template describes a file, going by its parameters.

    Args:
        name: the template's, as MediaWiki writes it.
        template: as it is used; an empty parameter counts too, since its name says what it is for.
    """
    if _SOMETHING_ELSE.match(name):
        return False
    used = {_BLANKS.sub(" ", str(param.name)).strip().casefold() for param in template.params}
    return len(used & _KNOWN) >= _ENOUGH
