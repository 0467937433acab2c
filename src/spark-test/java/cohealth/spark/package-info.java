/** Tests of the engine on Spark: what a job writes is what the command line writes. */
@NullMarked
package cohealth.spark;

import org.jspecify.annotations.NullMarked;
