package io.quintet.orm.meta;

import java.util.List;

/**
 * All models and rows of one compilation; written by the annotation processor and found by {@code
 * ServiceLoader}.
 *
 * <p>The class is called {@code QuintetModels} and stands in the longest package that all models
 * and rows share. A named module declares {@code provides io.quintet.orm.meta.ModelProvider with
 * <package>.QuintetModels}; on the class path the generated service file does.
 */
public interface ModelProvider {
  /** The models. */
  List<ModelMeta<?>> models();

  /** The records that queries can be read into. */
  List<RowMeta<?>> rows();
}
