// Package anypb has the type that parquet-go asks for. Nothing makes one.
package anypb

import (
	"errors"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// Any is a message of any type.
type Any struct{}

// GetTypeUrl is empty.
func (*Any) GetTypeUrl() string { return "" }

// UnmarshalNew returns an error.
func (*Any) UnmarshalNew() (proto.Message, error) {
	return nil, errors.New("there are no protocol buffers")
}

// ProtoReflect is nil.
func (*Any) ProtoReflect() protoreflect.Message { return nil }
