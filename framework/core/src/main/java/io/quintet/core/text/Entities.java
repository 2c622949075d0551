package io.quintet.core.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The character references of HTML 4, and numeric ones. */
final class Entities {
  private static final int LONGEST = 32;
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para"
          + " middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave"
          + " Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute"
          + " Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave"
          + " iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
  private static final String OTHERS =
      "OElig 152 oelig 153 Scaron 160 scaron 161 Yuml 178 fnof 192 circ 2c6 tilde 2dc Alpha 391 Beta 392 Gamma 393 Delta 394"
          + " Epsilon 395 Zeta 396 Eta 397 Theta 398 Iota 399 Kappa 39a Lambda 39b Mu 39c Nu 39d Xi 39e Omicron 39f Pi 3a0 Rho 3a1"
          + " Sigma 3a3 Tau 3a4 Upsilon 3a5 Phi 3a6 Chi 3a7 Psi 3a8 Omega 3a9 alpha 3b1 beta 3b2 gamma 3b3 delta 3b4 epsilon 3b5"
          + " zeta 3b6 eta 3b7 theta 3b8 iota 3b9 kappa 3ba lambda 3bb mu 3bc nu 3bd xi 3be omicron 3bf pi 3c0 rho 3c1 sigmaf 3c2"
          + " sigma 3c3 tau 3c4 upsilon 3c5 phi 3c6 chi 3c7 psi 3c8 omega 3c9 thetasym 3d1 upsih 3d2 piv 3d6 ensp 2002 emsp 2003"
          + " thinsp 2009 zwnj 200c zwj 200d lrm 200e rlm 200f ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 sbquo 201a ldquo 201c"
          + " rdquo 201d bdquo 201e dagger 2020 Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 Prime 2033 lsaquo 2039"
          + " rsaquo 203a oline 203e frasl 2044 euro 20ac image 2111 weierp 2118 real 211c trade 2122 alefsym 2135 larr 2190"
          + " uarr 2191 rarr 2192 darr 2193 harr 2194 crarr 21b5 lArr 21d0 uArr 21d1 rArr 21d2 dArr 21d3 hArr 21d4 forall 2200"
          + " part 2202 exist 2203 empty 2205 nabla 2207 isin 2208 notin 2209 ni 220b prod 220f sum 2211 minus 2212 lowast 2217"
          + " radic 221a prop 221d infin 221e ang 2220 and 2227 or 2228 cap 2229 cup 222a int 222b there4 2234 sim 223c cong 2245"
          + " asymp 2248 ne 2260 equiv 2261 le 2264 ge 2265 sub 2282 sup 2283 nsub 2284 sube 2286 supe 2287 oplus 2295 otimes 2297"
          + " perp 22a5 sdot 22c5 lceil 2308 rceil 2309 lfloor 230a rfloor 230b lang 27e8 rang 27e9 loz 25ca spades 2660"
          + " clubs 2663 hearts 2665 diams 2666 apos 27 colon 3a comma 2c period 2e excl 21 quest 3f num 23 lpar 28 rpar 29 sol 2f"
          + " semi 3b lowbar 5f equals 3d plus 2b ast 2a dollar 24 percnt 25 commat 40 lsqb 5b rsqb 5d lbrack 5b rbrack 5d"
          + " bsol 5c grave 60 lcub 7b rcub 7d verbar 7c vert 7c Tab 9 NewLine a hyphen 2010 check 2713 star 2606 phone 260e";
  private static final Map<String, String> WITH_SEMICOLON = new HashMap<>();
  private static final Map<String, String> WITHOUT = new HashMap<>();

  static {
    String[] latin = LATIN.split(" ");
    for (int i = 0; i < latin.length; i++) {
      WITHOUT.put(latin[i], Character.toString(160 + i));
    }
    for (String pair :
        new String[] {
          "amp&", "AMP&", "lt<", "LT<", "gt>", "GT>", "quot\"", "QUOT\"", "COPY©", "REG®"
        }) {
      int end = pair.length() - 1;
      WITHOUT.put(pair.substring(0, end), pair.substring(end));
    }
    WITH_SEMICOLON.putAll(WITHOUT);
    String[] others = OTHERS.split(" ");
    for (int i = 0; i < others.length; i += 2) {
      WITH_SEMICOLON.put(others[i], Character.toString(Integer.parseInt(others[i + 1], 16)));
    }
  }

  private Entities() {}

  /** The text with character references resolved; what is none stays. */
  static String decode(String text) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, amp);
    for (int i = amp; i < text.length(); ) {
      char c = text.charAt(i);
      int end = c == '&' ? reference(text, i, out) : -1;
      if (end < 0) {
        out.append(c);
        i++;
      } else {
        i = end;
      }
    }
    return out.toString();
  }

  private static int reference(String text, int amp, StringBuilder out) {
    return amp + 1 < text.length() && text.charAt(amp + 1) == '#'
        ? number(text, amp, out)
        : name(text, amp, out);
  }

  private static int number(String text, int amp, StringBuilder out) {
    boolean hex = amp + 2 < text.length() && (text.charAt(amp + 2) | 32) == 'x';
    int start = amp + (hex ? 3 : 2);
    int i = start;
    long value = 0;
    while (i < text.length()
        && Character.digit(text.charAt(i), hex ? 16 : 10) >= 0
        && text.charAt(i) < 128) {
      value =
          Math.min(
              0x110000, value * (hex ? 16 : 10) + Character.digit(text.charAt(i), hex ? 16 : 10));
      i++;
    }
    if (i == start) {
      return -1;
    }
    if (value == 0 || value >= 0xd800 && value <= 0xdfff || value > 0x10ffff) {
      out.append('\ufffd');
    } else if (value >= 0x80 && value < 0xa0) {
      out.append(
          new String(new byte[] {(byte) value}, java.nio.charset.Charset.forName("windows-1252")));
    } else if (value >= 32 && value != 0x7f
        || value == 9
        || value == 10
        || value == 12
        || value == 13) {
      out.appendCodePoint((int) value);
    }
    return i < text.length() && text.charAt(i) == ';' ? i + 1 : i;
  }

  private static int name(String text, int amp, StringBuilder out) {
    int end = amp + 1;
    while (end < text.length()
        && end - amp <= LONGEST
        && "\t\n\f <&#;".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(amp + 1, end);
    String whole = end < text.length() && text.charAt(end) == ';' ? WITH_SEMICOLON.get(name) : null;
    if (whole != null) {
      out.append(whole);
      return end + 1;
    }
    for (int length = Math.min(name.length(), 6); length > 1; length--) {
      @Nullable String prefix = WITHOUT.get(name.substring(0, length));
      if (prefix != null) {
        out.append(prefix);
        return amp + 1 + length;
      }
    }
    return -1;
  }
}
