//go:build ignore

// Makes screenshots small: go run .ci/pictures.go FILE.png … Each is written again with 16 levels of red, green and blue, which text
// and lines need no more than, and with its colours in a palette. A picture of more than 256 such colours is left as it is.
package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	for _, file := range os.Args[1:] {
		if err := shrink(file); err != nil {
			log.Fatalf("%s: %v", file, err)
		}
	}
}

// shrink writes a picture again, smaller.
func shrink(file string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		return err
	}
	small := reduced(picture)
	if small == nil {
		return nil
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, small); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

// reduced is a picture with a palette; nil where it has too many colours for one.
func reduced(picture image.Image) *image.Paletted {
	small := image.NewPaletted(picture.Bounds(), nil)
	indices := map[color.RGBA]uint8{}
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			c := color.RGBA{level(r), level(g), level(b), 255}
			i, known := indices[c]
			if !known {
				if len(indices) == 256 {
					return nil
				}
				i = uint8(len(indices))
				indices[c] = i
				small.Palette = append(small.Palette, c)
			}
			small.SetColorIndex(x, y, i)
		}
	}
	return small
}

// level is one of 16 levels of a colour, black and white among them.
func level(v uint32) uint8 { return uint8((v*15+32767)/65535) * 17 }
