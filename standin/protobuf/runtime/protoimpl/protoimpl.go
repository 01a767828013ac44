// Package protoimpl is named by tests of parquet-go, and by nothing else.
package protoimpl
