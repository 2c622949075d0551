/** The annotation processor: models, rows, serializers and the index of migrations. */
module io.quintet.processor {
  requires java.compiler;
  requires jdk.compiler;
  requires io.quintet.templates;

  provides javax.annotation.processing.Processor with
      io.quintet.processor.model.ModelProcessor,
      io.quintet.processor.serializer.SerializerProcessor,
      io.quintet.processor.template.DataProcessor,
      io.quintet.processor.template.TemplateProcessor;
}
