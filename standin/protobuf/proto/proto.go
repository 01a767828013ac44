// Package proto has the names that parquet-go asks for. This program has no protocol buffers, so nothing of them can be called.
package proto

import "google.golang.org/protobuf/reflect/protoreflect"

// Message is what no type of this program is.
type Message = protoreflect.ProtoMessage

// Size panics.
func Size(Message) int { panic("there are no protocol buffers") }

// Marshal panics.
func Marshal(Message) ([]byte, error) { panic("there are no protocol buffers") }
