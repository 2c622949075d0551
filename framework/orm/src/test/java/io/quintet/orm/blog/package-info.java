/** The models that the tests of the orm use. */
package io.quintet.orm.blog;
