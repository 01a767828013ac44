//go:build !minimal

package format

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"slices"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"reconfig/plots/chart"
)

var png = Format{Name: "png", MediaType: "image/png", Encode: encodePNG}

// dpi is dots an inch of print: crisp on paper, and on a screen of high density.
const dpi = 288

func encodePNG(p chart.Page) ([]byte, error) {
	w, h := p.Size()
	c := vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(int(math.Round(dpi*p.Scale()))))
	p.Draw(draw.New(chart.Boxed(c)))
	var b bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: c}).WriteTo(&b); err != nil {
		return nil, err
	}
	return finishPNG(b.Bytes(), p)
}

// A PNG file begins with a signature and the chunk IHDR, which together always have this length (PNG specification,
// third edition, 5.2 and 11.2.1).
const pngHead = 8 + 4 + 4 + 13 + 4

// finishPNG adds what Go's encoder leaves out: the resolution, so that the figure is pasted at its size, and the text
// alternative.
func finishPNG(file []byte, p chart.Page) ([]byte, error) {
	if len(file) < pngHead || string(file[12:16]) != "IHDR" {
		return nil, errors.New("the image canvas wrote no PNG header")
	}
	return slices.Concat(file[:pngHead],
		chunk("pHYs", resolution()),
		chunk("iTXt", international("Title", chart.Clean(p.Title))),
		chunk("iTXt", international("Description", chart.Clean(p.Text()))),
		file[pngHead:]), nil
}

// chunk frames data: length, name, data and a checksum of the latter two.
func chunk(name string, data []byte) []byte {
	var b bytes.Buffer
	_ = binary.Write(&b, binary.BigEndian, uint32(len(data)))
	b.WriteString(name)
	b.Write(data)
	_ = binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(b.Bytes()[4:]))
	return b.Bytes()
}

// resolution is dots a metre, across and down (11.3.4.3).
func resolution() []byte {
	dots := uint32(math.Round(dpi / 0.0254))
	b := binary.BigEndian.AppendUint32(nil, dots)
	return append(binary.BigEndian.AppendUint32(b, dots), 1)
}

// international is text in UTF-8 under a registered keyword: not compressed, in English (11.3.3.4).
func international(keyword, text string) []byte {
	return []byte(keyword + "\x00\x00\x00en-GB\x00\x00" + text)
}
