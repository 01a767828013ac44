//go:build !minimal

package format

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"html"
	imagepng "image/png"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// plain is a page with every kind of mark that figures use.
func plain() chart.Page {
	return chart.Page{
		ID: "plain", Title: "£5m − less & more", Subtitle: "Łódź", Footer: []string{"Source: made up"}, Description: "A <test> of “all” marks: £5m",
		Body: func(c draw.Canvas) {
			chart.Fill{Color: chart.DarkBlue, Hatched: true}.Paint(c, chart.Rectangle(100, 100, 200, 150))
			for m := chart.Circle; m <= chart.Triangle; m++ {
				m.Draw(c, vg.Point{X: 300 + 20*vg.Length(m), Y: 120}, 5, chart.Orange, m%2 == 1)
			}
			chart.BoldFont.Draw(c, vg.Point{X: 100, Y: 200}, chart.Left, "Bold")
		},
	}
}

// chunksOf splits a PNG file and checks the sums.
func chunksOf(t *testing.T, file []byte) (names []string, data map[string][]string) {
	t.Helper()
	data = map[string][]string{}
	for rest := file[8:]; len(rest) > 0; {
		n := binary.BigEndian.Uint32(rest)
		name, body := string(rest[4:8]), rest[8:8+n]
		if sum := binary.BigEndian.Uint32(rest[8+n:]); sum != crc32.ChecksumIEEE(rest[4:8+n]) {
			t.Errorf("wrong sum of chunk %s", name)
		}
		names, data[name] = append(names, name), append(data[name], string(body))
		rest = rest[12+n:]
	}
	return names, data
}

func TestPNG(t *testing.T) {
	file, err := Render(plain(), "png")
	if err != nil {
		t.Fatal(err)
	}
	img, err := imagepng.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	// 16 cm at 288 dots an inch of 2.54 cm.
	if got, want := img.Bounds().Dx(), int(math.Round(16/2.54*288)); got != want {
		t.Errorf("%d dots wide, want %d", got, want)
	}
	names, data := chunksOf(t, file)
	if names[0] != "IHDR" || names[len(names)-1] != "IEND" {
		t.Errorf("chunks %q", names)
	}
	if got := binary.BigEndian.Uint32([]byte(data["pHYs"][0])); got != 11339 { // 288 / 0.0254
		t.Errorf("%d dots a metre, want 11339", got)
	}
	if want := "Description\x00\x00\x00en-GB\x00\x00A <test> of “all” marks: £5m"; data["iTXt"][1] != want {
		t.Errorf("text alternative %q, want %q", data["iTXt"][1], want)
	}
}

func TestSVG(t *testing.T) {
	file, err := Render(plain(), "svg")
	if err != nil {
		t.Fatal(err)
	}
	var svg struct {
		Role        string `xml:"role,attr"`
		LabelledBy  string `xml:"aria-labelledby,attr"`
		DescribedBy string `xml:"aria-describedby,attr"`
		Title       struct {
			ID   string `xml:"id,attr"`
			Text string `xml:",chardata"`
		} `xml:"title"`
		Desc struct {
			ID   string `xml:"id,attr"`
			Text string `xml:",chardata"`
		} `xml:"desc"`
	}
	if err := xml.Unmarshal(file, &svg); err != nil {
		t.Fatal(err)
	}
	p := plain()
	if svg.Role != "img" || svg.Title.Text != p.Title || svg.Desc.Text != p.Description {
		t.Errorf("role %q, title %q, description %q", svg.Role, svg.Title.Text, svg.Desc.Text)
	}
	if svg.LabelledBy != svg.Title.ID || svg.DescribedBy != svg.Desc.ID || svg.Title.ID == "" || svg.Desc.ID == svg.Title.ID {
		t.Errorf("labelled by %q and described by %q, ids %q and %q", svg.LabelledBy, svg.DescribedBy, svg.Title.ID, svg.Desc.ID)
	}
	if strings.Contains(string(file), "font-family:Liberation Sans;") || !strings.Contains(string(file), "Arial,Helvetica,sans-serif;") {
		t.Error("no fonts to fall back on")
	}
}

func TestPDF(t *testing.T) {
	file, err := Render(plain(), "pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/Title " + pdfText(plain().Title), "/Subject " + pdfText(plain().Description), "/Lang (en-GB)", "D:19700101000000"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("no %q", want)
		}
	}
	if n := bytes.Count(file, []byte("/FontFile2")); n != 2 {
		t.Errorf("%d fonts, want regular and bold", n)
	}
	if len(file) > 80_000 {
		t.Errorf("%d bytes: whole fonts seem to be in it", len(file))
	}
}

// pdfText is a string as PDF files hold it: UTF-16 after a mark of byte order.
func pdfText(s string) string {
	b := []byte{'(', 0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return string(append(b, ')'))
}

// A page has its width in print in every format.
func TestWidthInPrint(t *testing.T) {
	for _, print := range chart.Prints {
		p := plain()
		p.Print = print
		inches := float64(print.Centimetres) / 2.54
		for name, want := range map[string]string{"svg": fmt.Sprintf(`width="%.5gpt"`, inches*72), "pdf": fmt.Sprintf("/MediaBox [0 0 %.2f ", inches*72)} {
			if file, err := Render(p, name); err != nil || !bytes.Contains(file, []byte(want)) {
				t.Errorf("%d cm: no %q in %s (%v)", print.Centimetres, want, name, err)
			}
		}
		file, err := Render(p, "png")
		if err != nil {
			t.Fatal(err)
		}
		img, err := imagepng.DecodeConfig(bytes.NewReader(file))
		if want := int(math.Round(inches * dpi)); err != nil || img.Width != want {
			t.Errorf("%d cm: %d dots, want %d (%v)", print.Centimetres, img.Width, want, err)
		}
	}
}

// A bare page keeps its words where a caption can be taken from.
func TestBare(t *testing.T) {
	p := plain()
	p.Bare = true
	file, err := Render(p, "svg")
	if err != nil {
		t.Fatal(err)
	}
	if want := "<desc id=\"plain-desc\">£5m − less &amp; more. Łódź. A &lt;test&gt; of “all” marks: £5m. Source: made up.</desc>"; !strings.Contains(html.UnescapeString(string(file)), html.UnescapeString(want)) {
		t.Errorf("no %s", want)
	}
	if strings.Contains(string(file), ">Łódź</text>") {
		t.Error("the subtitle is drawn")
	}
}
