package data

import "reconfig/data/datapackage"

type (
	dataPackage = datapackage.Package
	licence     = datapackage.Licence
	source      = datapackage.Source
	resource    = datapackage.Resource
	dialect     = datapackage.Dialect
	schema      = datapackage.Schema
	foreignKey  = datapackage.ForeignKey
	reference   = datapackage.Reference
	field       = datapackage.Field
	constraints = datapackage.Constraints
)

const (
	packageFile     = datapackage.File
	contentsSheet   = datapackage.ContentsSheet
	dictionarySheet = datapackage.DictionarySheet
)

var (
	encode        = datapackage.Encode
	tableResource = datapackage.Table
	dictionaryOf  = datapackage.Dictionary
	fieldsOf      = datapackage.FieldsOf
	newContents   = datapackage.Contents
	listIn        = datapackage.List
	numberFormat  = datapackage.NumberFormat
)
