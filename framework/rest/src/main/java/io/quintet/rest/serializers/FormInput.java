package io.quintet.rest.serializers;

import io.quintet.core.MultiMap;
import io.quintet.http.uploads.UploadedFiles;

/**
 * The fields and files of a submitted form.
 *
 * @param fields the fields
 * @param files the files
 */
public record FormInput(MultiMap fields, UploadedFiles files) {}
