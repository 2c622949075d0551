/** Models that extend models: a place, a restaurant, a pizzeria. */
package io.quintet.orm.places;
