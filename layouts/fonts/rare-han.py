#!/usr/bin/python3
"""Makes CaixiangRareHan.ttf: characters of names that Noto Sans SC lacks, from HanaMinB.

Needs Debian's fonts-hanazono, unicode-data and python3-fonttools.
    rare-han.py NotoSansSC-Regular.ttf CaixiangRareHan.ttf
"""
import bz2
import re
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HANA = "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"
SOURCES = "/usr/share/unicode/Unihan_IRGSources.txt.bz2"

# Of the sources of Unicode's ideographs in China: Kangxi, Zhuang, bronze script and rare-word lists give no names today.
NOT_NAMES = {"GKX", "GZ", "GZJW", "GZFY", "GPGLG", "GU"}
ALSO = {0x20BB7, 0x233B4, 0x21733, 0x20D15}


def wanted():
    for line in bz2.open(SOURCES, "rt"):
        field = line.rstrip("\n").split("\t")
        if len(field) > 2 and field[1] == "kIRG_GSource":
            source = re.match(r"G[A-Z_]*?(?=[0-9-]|$)", field[2])
            if (source.group(0) if source else field[2]) not in NOT_NAMES:
                yield int(field[0][2:], 16)


def main(noto, out):
    font = TTFont(HANA, recalcTimestamp=False)
    lacked = (set(wanted()) | ALSO) - set(TTFont(noto, lazy=True).getBestCmap())
    characters = lacked & set(font.getBestCmap())
    options = subset.Options(hinting=False, layout_features=[], glyph_names=False, notdef_outline=True)
    options.name_IDs = [0, 13, 14]
    options.drop_tables += ["VORG", "vhea", "vmtx", "GSUB", "GPOS", "BASE", "DSIG", "gasp", "FFTM"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    names = {1: "Caixiang Rare Han", 2: "Regular", 3: "Caixiang Rare Han 1.0", 4: "Caixiang Rare Han",
             5: "Version 1.0", 6: "CaixiangRareHan"}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
